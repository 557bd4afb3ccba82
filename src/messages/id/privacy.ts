/** Duties under UU 27/2022 (PDP): the notice, its legal basis, and a NIK that is not open. */
export const privacyMessages = {
  'settings.privacy': 'Data pribadi',
  'privacy.settings.title': 'Pemberitahuan data pribadi',
  'privacy.settings.text':
    'Disampaikan kepada pemohon saat permohonan dicatat (UU 27/2022 Pasal 5 dan 21). Tiap penerbitan mendapat nomor versi dan tanggal; versi lama tetap dapat dibaca.',
  'privacy.settings.none':
    'Belum ada yang terbit: loket mencatat permohonan tanpa pemberitahuan. Periksa teks di bawah, isi narahubung, lalu terbitkan.',
  'privacy.settings.current': 'Yang berlaku: versi {version}, terbit {date}.',
  'privacy.settings.publish': 'Terbitkan versi {version}',
  'privacy.settings.published': 'Pemberitahuan versi {version} terbit',
  'privacy.settings.default': 'Pakai teks bawaan',
  'privacy.settings.noticeTitle': 'Judul',
  'privacy.settings.contactHint':
    'Nama jabatan, telepon, dan e-mail pejabat atau petugas pelindungan data pribadi kantor (Pasal 53 dan 54)',
  'privacy.settings.basis': 'Dasar yang biasa',
  'privacy.settings.basisHint': 'Pasal 20 ayat (2); dapat diganti per permohonan',
  'privacy.settings.usualWay': 'Cara menyampaikan yang biasa',
  'privacy.settings.usualWayHint': 'Dicatat dengan Ctrl+I pada formulir',
  'privacy.settings.versions': 'Versi yang pernah terbit',
  'privacy.settings.versionRow': 'Versi {version}, terbit {date} oleh {name}',
  'privacy.settings.sources': 'Sumber teks bawaan',
  'privacy.settings.blank':
    'Bagian “{part}” masih kosong. Isi; pemohon perlu mengetahuinya (Pasal 21).',
  'privacy.settings.tooLong':
    'Bagian “{part}” lebih dari {longest} huruf. Ringkas, agar dapat dibacakan di loket.',

  'privacy.basis.consent': 'Persetujuan',
  'privacy.basis.contract': 'Perjanjian',
  'privacy.basis.legal-duty': 'Kewajiban hukum',
  'privacy.basis.vital-interest': 'Kepentingan vital',
  'privacy.basis.public-task': 'Pelayanan publik',
  'privacy.basis.legitimate-interest': 'Kepentingan sah lainnya',
  'privacy.basisOfLaw': '{basis}, Pasal 20 ayat (2) huruf {letter}',
  'privacy.way.shown': 'Diperlihatkan',
  'privacy.way.read-aloud': 'Dibacakan',
  'privacy.way.handed-over': 'Diserahkan',
  'privacy.way.not-given': 'Belum',
  'privacy.consent.written': 'Tertulis',
  'privacy.consent.recorded': 'Terekam',

  'privacy.notice': 'Pemberitahuan data pribadi',
  'privacy.notice.of': 'Pemberitahuan PDP v{version}',
  'privacy.notice.none': 'Pemberitahuan data pribadi belum diterbitkan',
  'privacy.notice.noneText':
    'Diterbitkan administrator di Pengaturan; permohonan tetap dapat dicatat.',
  'privacy.notice.read': 'Baca',
  'privacy.notice.close': 'Tutup',
  'privacy.notice.print': 'Cetak',
  'privacy.notice.version': 'Versi {version}, terbit {date}',
  'privacy.notice.failed': 'Pemberitahuan tidak dapat dicetak',
  'privacy.notice.given': 'Catat pemberitahuan sudah disampaikan',
  'privacy.label.way': 'Disampaikan kepada pemohon',
  'privacy.label.basis': 'Dasar',
  'privacy.label.consent': 'Persetujuan pemohon',
  'privacy.note.key': 'Ctrl+I mencatat: {way}',
  'privacy.note.givenAt': 'v{version}, dicatat {time}',
  'privacy.problem.undecided': 'Sampaikan pemberitahuan, lalu pilih caranya atau “Belum”.',
  'privacy.problem.consentUntold':
    'Persetujuan hanya sah setelah pemberitahuan disampaikan. Pilih caranya, atau pilih dasar lain.',
  'privacy.problem.consentNoNotice':
    'Persetujuan memerlukan pemberitahuan yang terbit. Pilih dasar lain, atau minta administrator menerbitkannya.',
  'privacy.problem.consentForm':
    'Bentuk persetujuan belum dipilih: tertulis (lembar ditandatangani) atau terekam.',

  'privacy.request.title': 'Pelindungan data pribadi',
  'privacy.request.basis': 'Dasar pemrosesan',
  'privacy.request.notice': 'Pemberitahuan',
  'privacy.request.consent': 'Persetujuan',
  'privacy.request.given': '{way} {time}, versi {version}',
  'privacy.request.notGiven': 'Belum disampaikan',
  'privacy.request.unrecorded': 'Tidak tercatat',
  'privacy.request.consentOf': '{form} {time}, untuk versi {version}',
  'privacy.event.basis': 'Dasar pemrosesan data: {basis}',
  'privacy.event.given': 'Pemberitahuan data pribadi versi {version}: {way}',
  'privacy.event.notGiven': 'Pemberitahuan data pribadi belum disampaikan',
  'privacy.event.consent': 'Persetujuan pemohon: {form}',
  'refusal.notice-unknown':
    'Pemberitahuan versi {version} tidak pernah terbit di kantor ini. Pilih lagi cara menyampaikannya.',
  'refusal.consent-without-notice':
    'Persetujuan hanya sah setelah pemberitahuan disampaikan. Pilih caranya, atau pilih dasar lain.',
  'refusal.consent-missing':
    'Dasar dan persetujuan tidak cocok. Pilih bentuk persetujuan, atau pilih dasar lain.',
  'refusal.office.notice-refused':
    'Pemberitahuan belum terbit: {count} bagian masih kosong atau terlalu panjang. Lengkapi, lalu terbitkan lagi.',
  'refusal.office.notice-version-taken':
    'Versi itu sudah diterbitkan orang lain. Muat ulang bagian ini; versi berikutnya {next}.',

  'nik.masked': 'NIK tertutup, empat angka terakhir {last}',
  'nik.reveal': 'Tampilkan NIK',
  'nik.hide': 'Tutup NIK',
  'nik.revealHint': 'Dicatat dalam jejak audit; tertutup lagi setelah 30 detik',
  'nik.edit': 'Tampilkan dan ubah NIK',
  'nik.changed': 'NIK pemohon diubah:',
  'nik.before': 'NIK sebelum koreksi',
  'nik.after': 'NIK sesudah koreksi',
} as const;
