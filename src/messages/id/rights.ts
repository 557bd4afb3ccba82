/** Rights of the person (UU 27/2022): copy of all data, requests for correction and their clock. */
export const rightsMessages = {
  'frame.privacy': 'Data pribadi',
  'rights.title': 'Hak Pemilik Data',
  'rights.tab': 'Bagian hak pemilik data',
  'rights.tab.corrections': 'Permintaan koreksi',
  'rights.tab.copy': 'Salinan data',

  'rights.clock.left': '{time} lagi',
  'rights.clock.overdue': 'lewat {time}',
  'rights.clock.met': 'selesai dalam 3×24 jam',
  'rights.clock.missed': 'selesai, lewat {time}',
  'rights.clock.due': 'Tenggat 3×24 jam: {time}',
  'rights.clock.daysHours': '{days} hari {hours} jam',
  'rights.badge': 'Koreksi: {clock}',

  'rights.board.one': '{count} permintaan koreksi data',
  'rights.board.late': '{count} permintaan koreksi data, {late} lewat tenggat',

  'rights.open.text':
    'Koreksi diselesaikan atau ditolak dengan alasan paling lambat 3×24 jam sejak diterima, hari libur ikut dihitung (UU 27/2022 Pasal 30).',
  'rights.open.empty': 'Tidak ada permintaan koreksi yang menunggu',
  'rights.open.emptyText':
    'Permintaan dicatat pada permohonan orangnya: buka permohonan, bagian Data, lalu “Catat permintaan koreksi”.',
  'rights.open.toRegister': 'Cari di register',
  'rights.column.due': 'Tenggat 3×24 jam',
  'rights.column.status': 'Keadaan',
  'rights.status.open': 'berjalan',
  'rights.status.completed': 'selesai',
  'rights.status.cancelled': 'dibatalkan',

  'rights.tickets': 'Permintaan koreksi dari pemilik data',
  'rights.tickets.text':
    'Diselesaikan paling lambat 3×24 jam sejak diterima (UU 27/2022 Pasal 30).',
  'rights.tickets.none': 'Belum ada permintaan koreksi.',
  'rights.ticket.ask': 'Catat permintaan koreksi',
  'rights.ticket.asked': 'Diminta {name}, {time}',
  'rights.ticket.evidence': 'Bukti: {evidence}',
  'rights.ticket.noEvidence': 'Tanpa bukti',
  'rights.ticket.correct': 'Perbaiki data',
  'rights.ticket.refuse': 'Tolak',
  'rights.ticket.corrected': 'Data diperbaiki {time}',
  'rights.ticket.refused': 'Ditolak {time}: {reason}',
  'rights.ticket.tell': 'Beritahukan hasilnya kepada pemilik data (Pasal 30 ayat 2).',
  'rights.refuse.title': 'Tolak permintaan koreksi',
  'rights.refuse.text':
    'Alasan tercatat pada riwayat dan disampaikan kepada pemilik data. Data tidak berubah.',
  'rights.refuse.right': 'Data sudah sesuai dokumen resmi yang ditunjukkan',
  'rights.refuse.noProof': 'Bukti tidak mendukung perubahan yang diminta',

  'rights.ask.title': 'Permintaan koreksi untuk {number}',
  'rights.ask.section': 'Apa yang diminta',
  'rights.ask.askedBy': 'Diminta oleh',
  'rights.ask.askedByHint': 'Pemilik data, atau kuasanya: tulis nama dan hubungannya.',
  'rights.ask.date': 'Diterima tanggal',
  'rights.ask.time': 'Pukul',
  'rights.ask.wrong': 'Data yang salah dan yang benar',
  'rights.ask.wrongHint': 'Misalnya: tempat tugas tertulis Kecamatan A, seharusnya Kecamatan B.',
  'rights.ask.evidence': 'Bukti yang ditunjukkan',
  'rights.ask.evidenceHint': 'Misalnya KTP, SK jabatan. Lampirkan salinannya bila perlu.',
  'rights.ask.save': 'Catat permintaan',
  'rights.ask.saved': 'Permintaan koreksi dicatat, tenggat {time}',
  'rights.ask.deadline': 'Tenggat 3×24 jam',
  'rights.ask.unknown': 'Permohonan ini tidak ditemukan.',
  'rights.ask.problem.askedBy':
    'Nama yang meminta belum diisi. Tulis nama pemilik data atau kuasanya.',
  'rights.ask.problem.wrong':
    'Belum ditulis data mana yang salah. Tulis yang salah dan yang benar.',
  'rights.ask.problem.long': 'Terlalu panjang. Ringkas menjadi paling banyak 2.000 huruf.',
  'rights.ask.problem.time': 'Tulis tanggal dan jam, misalnya 02-03-2026 dan 09.14.',
  'rights.ask.problem.ahead': 'Waktu ini belum tiba. Periksa tanggal dan jamnya.',

  'rights.answers': 'Menjawab permintaan pemilik data',
  'rights.answers.hint': '{wrong} (tenggat {time})',

  'rights.answers.reason': 'Atas permintaan {name}',

  'rights.draft.kept': 'Dilanjutkan dari draf yang tersimpan {time}.',
  'rights.draft.fresh': 'Mulai dari awal',

  'rights.event.asked': 'Permintaan koreksi data dari {name}',
  'rights.event.evidence': 'Bukti: {evidence}',
  'rights.event.refused': 'Permintaan koreksi data ditolak',
  'rights.event.answers': 'Menjawab permintaan pemilik data',

  'refusal.correction-unknown':
    'Permintaan koreksi ini tidak menunggu lagi. Buka lagi halaman permohonan.',
  'refusal.correction-exists': 'Permintaan koreksi ini sudah tercatat.',
  'refusal.correction-nobody': 'Nama yang meminta belum diisi. Tulis, lalu simpan lagi.',
  'refusal.correction-blank': 'Belum ditulis data mana yang salah. Tulis, lalu simpan lagi.',
  'refusal.correction-too-long':
    'Tulisan terlalu panjang. Ringkas menjadi paling banyak 2.000 huruf.',
  'refusal.correction-time-invalid':
    'Waktu diterimanya tidak terbaca. Periksa tanggal dan jam, lalu simpan lagi.',
  'refusal.correction-time-ahead':
    'Waktu diterimanya belum tiba. Periksa tanggal dan jam, lalu simpan lagi.',

  'trail.action.view-person': 'Melihat semua yang disimpan tentang orangnya',
  'trail.what.person-copy': 'salinan data orangnya',
  'trail.what.incident-letter': 'surat pemberitahuan insiden',

  'rights.file.current': 'berlaku',
  'rights.file.superseded': 'diganti',
  'rights.file.removed': 'dihapus dari permohonan',
  'rights.file.draft': 'draf',

  'rights.find': 'Cari orang',
  'rights.find.text':
    'Ketik NIK, NIP, atau nama pemilik data. Pencarian dan orang yang dibuka tercatat pada jejak audit.',
  'rights.find.label': 'NIK, NIP, atau nama',
  'rights.find.button': 'Cari',
  'rights.find.none': 'Tidak ada yang cocok. Periksa ejaan, atau cari dengan NIK lengkap.',
  'rights.find.more': 'Ada lebih banyak. Cari dengan NIK lengkap agar orangnya tepat.',
  'rights.find.failed': 'Register tidak dapat dibaca. Coba lagi sebentar.',
  'rights.person.pick': 'Buka',
  'rights.person.column.name': 'Nama',
  'rights.person.column.nik': 'NIK berakhiran',
  'rights.person.column.unit': 'Unit kerja',
  'rights.person.column.requests': 'Permohonan',
  'rights.person.list': 'Orang yang cocok',

  'rights.held': 'Yang disimpan tentang {name}',
  'rights.held.counts': 'Banyaknya',
  'rights.held.reading': 'Mengumpulkan yang disimpan…',
  'rights.held.failed': 'Data orang ini tidak dapat dibaca seluruhnya. Salinan tidak dibuat.',
  'rights.held.requests': 'Permohonan',
  'rights.held.papers': 'Berkas',
  'rights.held.letters': 'Surat',
  'rights.held.dispositions': 'Disposisi',
  'rights.held.events': 'Peristiwa',
  'rights.held.notes': 'Catatan jejak',
  'rights.held.size': 'Ukuran berkas dan surat',
  'rights.held.column.papers': 'Berkas dan surat',
  'rights.copy.title': 'Salinan untuk pemilik data',
  'rights.copy.text':
    'Satu berkas ZIP: ringkasan PDF, data JSON, dan semua berkas tersimpan. Nama petugas diganti kode; atasan disebut nama dan jabatannya. Periksa isinya sebelum diserahkan: berkas asli dapat memuat data orang lain (UU 27/2022 Pasal 33).',
  'rights.copy.save': 'Simpan salinan (ZIP)',
  'rights.copy.reasonTitle': 'Simpan salinan data satu orang',
  'rights.copy.reasonText':
    'Alasan tercatat pada jejak audit sebelum berkas dibuat. Pastikan peminta adalah pemilik data atau kuasanya.',
  'rights.copy.reason.access': 'Permintaan akses dan salinan oleh pemilik data (Pasal 7)',
  'rights.copy.reason.port': 'Permintaan pemindahan data oleh pemilik data (Pasal 13)',
  'rights.copy.working': 'Mengumpulkan berkas {number} dari {total}',
  'rights.copy.cancel': 'Batalkan',
  'rights.copy.done': 'Salinan disimpan: {name}',
  'rights.copy.missing':
    'Salinan disimpan, tetapi {count} berkas tidak dapat dibaca. Daftarnya ada di ringkasan.pdf dan data.json.',
  'rights.copy.failed': 'Salinan belum dibuat',
  'rights.copy.toIncidents': 'Insiden data',
} as const;
