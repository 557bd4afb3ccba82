/** Retensi: jadwal (JRA), daftar usul musnah, berita acara, yang ditahan, dan yang sudah musnah. */
export const retentionMessages = {
  'settings.retention': 'Retensi (JRA)',
  'retention.settings.text':
    'Berapa lama berkas permohonan disimpan sesudah selesai, dan apa yang terjadi sesudahnya, menurut jadwal retensi arsip (JRA) kantor Anda. Selama belum diisi, tidak ada yang dimusnahkan.',
  'retention.settings.basis': 'Dasar JRA',
  'retention.settings.basisHint':
    'Peraturan yang memuatnya, misalnya peraturan bupati: nomor, tahun, dan tentang apa.',
  'retention.settings.active': 'Aktif (tahun)',
  'retention.settings.inactive': 'Inaktif (tahun)',
  'retention.settings.fate': 'Nasib akhir',
  'retention.settings.open': 'Buka Retensi dan pemusnahan',
  'retention.settings.badYears': 'Isi tahun sebagai angka bulat 0 sampai 100.',
  'retention.settings.noYears': 'Masa aktif dan inaktif bersama-sama paling sedikit 1 tahun.',
  'retention.settings.noBasis': 'Tulis peraturan yang memuat JRA sebelum mengisi masa simpan.',
  'retention.fate.unset': 'Belum ditetapkan',
  'retention.fate.destroy': 'Musnah',
  'retention.fate.keep': 'Permanen',
  'retention.fate.reappraise': 'Dinilai kembali',

  'retention.title': 'Retensi dan pemusnahan',
  'retention.tab': 'Bagian retensi',
  'retention.tab.overdue': 'Masa simpan habis',
  'retention.tab.reports': 'Berita acara',
  'retention.tab.holds': 'Ditahan',
  'retention.tab.destroyed': 'Sudah dimusnahkan',
  'retention.unset': 'JRA belum ditetapkan',
  'retention.unsetText':
    'Isi masa simpan tiap layanan di Pengaturan menurut JRA kantor Anda. Sampai itu diisi, tidak ada yang dimusnahkan.',
  'retention.unsetAction': 'Isi JRA di Pengaturan',
  'retention.editSchedule': 'Atur JRA',
  'retention.basis': 'Dasar: {basis}',

  'retention.overdue': 'Permohonan yang masa simpannya habis',
  'retention.overdueText': 'Pilih yang akan dimusnahkan, lalu buat daftarnya.',
  'retention.overdueEmpty': 'Belum ada permohonan yang masa simpannya habis',
  'retention.overdueEmptyText':
    'Permohonan muncul di sini bila sudah selesai atau dibatalkan dan masa simpannya menurut JRA sudah lewat.',
  'retention.reappraise': 'Perlu dinilai kembali',
  'retention.reappraiseText':
    'Masa simpannya habis dan nasib akhirnya dinilai kembali. Program tidak memusnahkannya; sesudah dinilai, ubah nasib akhir layanannya di Pengaturan.',
  'retention.column.chosen': 'Pilih',
  'retention.column.number': 'Nomor register',
  'retention.column.service': 'Layanan',
  'retention.column.arrived': 'Diterima',
  'retention.column.ended': 'Selesai',
  'retention.column.until': 'Masa simpan habis',
  'retention.column.report': 'Berita acara',
  'retention.column.note': 'Keterangan',
  'retention.choose': 'Pilih {number}',
  'retention.chooseAll': 'Pilih semua yang tampil',
  'retention.chooseNone': 'Batalkan pilihan',
  'retention.cancelled': 'Dibatalkan',
  'retention.held': 'Ditahan: {reason}',
  'retention.listed': 'Sudah ada dalam daftar',
  'retention.propose': 'Buat daftar ({count})',
  'retention.proposeNone': 'Pilih dulu permohonan yang akan dimusnahkan.',
  'retention.proposed': 'Daftar berisi {count} permohonan dibuat.',

  'retention.proposals': 'Menunggu berita acara',
  'retention.proposalsEmpty':
    'Tidak ada daftar yang menunggu. Buat daftar di bagian Masa simpan habis; berita acaranya dicetak dan ditandatangani di sini.',
  'retention.proposal': 'Daftar tanggal {date}: {count} permohonan',
  'retention.proposal.by': 'Dibuat oleh',
  'retention.proposal.numbers': 'Nomor register',
  'retention.proposal.more': 'dan {count} lagi',
  'retention.proposal.state': 'Keadaan',
  'retention.proposal.new': 'Berita acara belum dibuat',
  'retention.proposal.made':
    'Berita acara dibuat {time}; menunggu tanda tangan, lalu nomor dan tanggalnya',
  'retention.report.print': 'Cetak berita acara',
  'retention.report.save': 'Simpan berita acara',
  'retention.report.view': 'Lihat berita acara',
  'retention.report.hide': 'Tutup berita acara',
  'retention.report.failed': 'Berita acara tidak dapat dibuat',
  'retention.report.label': 'Berita acara pemusnahan',
  'retention.withdraw': 'Batalkan daftar',
  'retention.withdrawText':
    'Permohonan dalam daftar tetap tersimpan dan dapat dipilih lagi. Alasannya tercatat.',
  'retention.withdrawn': 'Daftar dibatalkan; tidak ada yang dimusnahkan.',
  'retention.destroy': 'Musnahkan…',
  'retention.destroyBlocked': 'Cetak atau simpan dulu berita acaranya, lalu tandatangani.',
  'retention.destroy.title': 'Musnahkan {count} permohonan?',
  'retention.destroy.text':
    'Data orang, berkas, surat, dan riwayat permohonan ini hilang untuk selamanya. Tidak dapat dibatalkan; sesudah cadangan berikutnya juga tidak ada lagi di cadangan. Yang tinggal: nomor register, tanggal, layanan, dan berita acaranya.',
  'retention.destroy.number': 'Nomor berita acara',
  'retention.destroy.date': 'Tanggal berita acara',
  'retention.destroy.word': 'Ketik MUSNAHKAN untuk meyakinkan',
  'retention.destroy.wordHint': 'Dengan huruf besar, tanpa spasi.',
  'retention.destroy.theWord': 'MUSNAHKAN',
  'retention.destroy.wordMissing': 'Ketik MUSNAHKAN persis seperti itu.',
  'retention.destroy.confirm': 'Musnahkan untuk selamanya',
  'retention.destroyed.done': '{count} permohonan dimusnahkan.',
  'retention.unfinished': 'Pemusnahan tercatat, tetapi belum tuntas',
  'retention.unfinishedText':
    'Kunci atau berkasnya belum semua terhapus dari disk. Loket SE menuntaskannya saat dibuka lagi; Anda dapat mencobanya sekarang.',
  'retention.unfinishedAgain': 'Tuntaskan sekarang',
  'retention.backup.started':
    'Cadangan sedang dibuat supaya kuncinya juga hilang dari cadangan di {folder}.',
  'retention.backup.later':
    'Cadangan di {folder} masih menyimpan kuncinya sampai cadangan berikutnya selesai. Pasang drive-nya dan biarkan cadangan berjalan.',
  'retention.backup.title': 'Cadangan',
  'retention.done': 'Yang sudah dilaksanakan',
  'retention.doneEmpty': 'Belum ada pemusnahan.',
  'retention.done.line': '{date} · {count} permohonan · dicatat oleh {by}',

  'retention.holds': 'Yang ditahan',
  'retention.holdsText':
    'Permohonan dalam sengketa, pemeriksaan, atau permintaan pemohon ditahan supaya tidak dimusnahkan, walau masa simpannya habis.',
  'retention.holdsEmpty': 'Tidak ada permohonan yang ditahan.',
  'retention.hold.number': 'Nomor register',
  'retention.hold.reason': 'Alasan',
  'retention.hold.unknown':
    'Nomor {number} tidak ada di register. Ketik lengkap, misalnya A-2026-0001.',
  'retention.hold.do': 'Tahan',
  'retention.hold.done': '{number} ditahan.',
  'retention.hold.line': 'Ditahan {time} oleh {by}',
  'retention.release': 'Lepaskan',
  'retention.release.title': 'Lepaskan {number}?',
  'retention.release.text':
    'Permohonan ini dapat dimusnahkan lagi bila masa simpannya habis. Alasannya tercatat.',
  'retention.release.done': '{number} dilepaskan.',

  'retention.destroyed': 'Permohonan yang sudah dimusnahkan',
  'retention.destroyedEmpty': 'Belum ada permohonan yang dimusnahkan',
  'retention.destroyedEmptyText':
    'Nomor register, tanggal, dan berita acaranya akan tinggal di sini.',
  'retention.report.of': '{number}, {date}',
  'retention.report.unknown': 'tidak diketahui',
  'retention.gone': '{number} sudah dimusnahkan',
  'retention.goneText':
    'Permohonan {service}, diterima {arrived}, selesai {ended}, dimusnahkan dengan berita acara {report}. Isinya tidak dapat dibuka lagi.',

  'retention.refusal.basis-missing': 'Tulis peraturan yang memuat JRA.',
  'retention.refusal.rule-invalid':
    'Masa simpan {service} tidak dapat dipakai: isi tahun bulat 0 sampai 100, bersama-sama paling sedikit 1.',
  'retention.refusal.request-unknown': 'Permohonan ini tidak ada di register.',
  'retention.refusal.not-held': 'Permohonan ini tidak sedang ditahan.',
  'retention.refusal.nothing-chosen': 'Pilih paling sedikit satu permohonan.',
  'retention.refusal.too-many':
    'Satu berita acara memuat paling banyak {most} permohonan. Bagi menjadi beberapa daftar.',
  'retention.refusal.not-destroyable': 'Tidak dicatat. Yang tidak dapat dimusnahkan: {found}.',
  'retention.refusal.destruction-unknown':
    'Daftar ini tidak ada lagi: sudah dibatalkan atau sudah dilaksanakan.',
  'retention.refusal.report-missing': 'Cetak atau simpan dulu berita acaranya.',
  'retention.refusal.report-number-missing': 'Ketik nomor berita acara yang ditandatangani.',
  'retention.refusal.report-date-invalid': 'Ketik tanggal berita acara, misalnya 02-03-2026.',
  'retention.refusal.report-date-ahead': 'Tanggal berita acara belum tiba. Periksa tanggalnya.',
  'retention.refusal.report-date-early':
    'Tanggal berita acara lebih awal daripada daftarnya. Periksa tanggalnya.',
  'retention.why.unknown': 'tidak ada di register',
  'retention.why.open': 'belum selesai',
  'retention.why.unset': 'JRA layanannya belum ditetapkan',
  'retention.why.running': 'masa simpannya belum habis',
  'retention.why.fate': 'nasib akhirnya bukan musnah',
  'retention.why.held': 'ditahan',
  'retention.why.proposed': 'sudah ada dalam daftar lain',
  'retention.why.newer-version': 'diubah oleh versi program yang lebih baru',

  'trail.kind.retention': 'Retensi dan pemusnahan',
  'trail.retention.schedule-set': 'Jadwal retensi (JRA) disimpan',
  'trail.retention.records-held': 'Ditahan dari pemusnahan',
  'trail.retention.records-released': 'Penahanan dilepas',
  'trail.retention.destruction-proposed': 'Daftar usul musnah dibuat: {count} permohonan',
  'trail.retention.destruction-withdrawn': 'Daftar usul musnah dibatalkan',
  'trail.retention.destruction-report-made': 'Berita acara pemusnahan dibuat',
  'trail.retention.records-destroyed':
    '{count} permohonan dimusnahkan, berita acara {number} tanggal {date}',
  'trail.what.destruction-report': 'Berita acara pemusnahan',
  'trail.finding.erased-unreported':
    'Kunci sebuah permohonan (mulai catatan {sequence}) hilang tanpa berita acara',
  'trail.finding.erased-unreported.text':
    'Isinya tidak dapat dibuka lagi, dan jurnal tidak memuat pemusnahannya. Itu terjadi bila cadangan dari sebelum pemusnahan dipulihkan: cocokkan dengan berita acara pemusnahan di arsip. Bila tidak ada, laporkan kepada pengelola aplikasi.',
} as const;
