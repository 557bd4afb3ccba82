/** Backups, rehearsal, restore, and room on the disk. */
export const backupMessages = {
  'backup.text': 'Catatan disalin setiap hari ke disk lain, tetap tersandi, lalu dibaca ulang.',
  'backup.target': 'Folder cadangan',
  'backup.target.hint': 'Alamat lengkap di disk luar, flash disk, atau folder jaringan',
  'backup.target.save': 'Pakai folder ini',
  'backup.target.set': 'Cadangan disimpan di {folder}',
  'backup.target.none':
    'Belum ada folder cadangan. Bila komputer ini rusak atau hilang, catatannya ikut hilang.',
  'backup.target.missing': 'Folder cadangan tidak ditemukan',
  'backup.target.missingText':
    'Pasang disknya atau sambungkan folder jaringannya; cadangan yang tertunda lalu berjalan sendiri. Bila isinya dihapus dengan sengaja, pilih foldernya lagi.',
  'backup.target.sameDisk': 'Folder ini ada di disk yang sama dengan catatan',
  'backup.target.sameDiskText':
    'Bila disk itu rusak, catatan dan cadangannya hilang bersama. Pilih folder di disk lain.',
  'backup.suggested': 'Disk yang terpasang',
  'backup.suggested.plain': '{folder} ({free} kosong)',
  'backup.suggested.withBackup': '{folder} ({free} kosong, berisi cadangan)',
  'backup.unknownSize': 'ukuran tidak diketahui',

  'backup.problem.not-absolute':
    'Alamat folder belum lengkap. Tulis dari awal, misalnya E:\\Cadangan atau /media/contoh/CADANGAN.',
  'backup.problem.missing':
    'Folder itu tidak ada. Pasang disknya atau buat foldernya dahulu, lalu coba lagi.',
  'backup.problem.not-a-folder': 'Alamat itu menunjuk ke sebuah berkas. Tulis alamat folder.',
  'backup.problem.inside-data':
    'Folder itu ada di dalam folder data Loket SE. Pilih folder di disk lain.',
  'backup.problem.not-writable':
    'Folder itu tidak dapat ditulisi. Periksa hak akses dan kunci pengaman disknya, lalu coba lagi.',
  'backup.problem.full': 'Disk itu penuh. Kosongkan ruangnya atau pilih disk lain.',
  'backup.problem.other-office':
    'Folder itu berisi cadangan catatan lain. Pilih folder lain, atau buat folder baru di disk itu.',
  'backup.problem.no-backup':
    'Tidak ada cadangan Loket SE di folder itu. Pilih folder yang memuat loket-se-backup.',
  'backup.problem.unanswered': 'Loket SE tidak menjawab. Tutup dan buka lagi, lalu coba lagi.',

  'backup.failed.target-missing':
    'Folder cadangan tidak ditemukan. Pasang disknya atau sambungkan folder jaringannya.',
  'backup.failed.target-full': 'Disk cadangan penuh. Kosongkan ruangnya atau pilih disk lain.',
  'backup.failed.target-failed':
    'Disk cadangan menolak ditulis atau dibaca. Periksa sambungan dan hak aksesnya, lalu coba lagi.',
  'backup.failed.not-read-back':
    'Yang ditulis ke disk cadangan tidak kembali sama. Jangan percaya disk itu: pilih disk lain.',
  'backup.failed.other-office':
    'Folder cadangan berisi cadangan catatan lain. Pilih folder lain di bagian ini.',
  'backup.failed.journal-cut':
    'Catatan di komputer ini berkurang atau berbeda dari cadangan terakhir: ujung jurnalnya terpotong atau diganti. Cadangan tidak ditimpa. Pulihkan dari cadangan terakhir, dan periksa siapa yang memakai komputer ini sejak itu.',
  'backup.failed.source-not-read':
    'Catatan di komputer ini tidak dapat dibaca seluruhnya. Tutup dan buka lagi Loket SE; bila tetap gagal, hubungi pengelola aplikasi.',
  'backup.failed.vault-incomplete':
    'Berkas kunci di komputer ini hilang, rusak, atau berkurang, sehingga kunci yang baik pada cadangan tidak diganti. Pulihkan dari cadangan terakhir.',
  'backup.failed.snapshot-not-read':
    'Cadangan itu tidak dapat dibaca. Pilih cadangan lain yang lebih lama.',
  'backup.failed.no-room':
    'Ruang di komputer ini tidak cukup untuk salinannya. Hapus atau pindahkan berkas lain, lalu coba lagi.',
  'backup.failed.stopped': 'Terhenti karena Loket SE ditutup; dilanjutkan saat berikutnya.',

  'backup.lastGood': 'Cadangan baik terakhir',
  'backup.lastGood.none': 'Belum pernah',
  'backup.lastGood.value': '{time}: {records} catatan, {files} berkas, {size}',
  'backup.lastGood.written': 'Ditulis baru',
  'backup.lastGood.writtenValue': '{size}; selebihnya sudah ada di disk cadangan',
  'backup.lastAttempt': 'Percobaan terakhir, {time}, gagal',
  'backup.earlierStay': 'Cadangan sebelumnya tetap utuh.',
  'backup.free': 'Ruang kosong di disk cadangan',
  'backup.notTidied': 'Ada cadangan lama yang tidak terbaca',
  'backup.notTidiedText':
    'Selama cadangan itu ada di folder snapshots, tidak ada cadangan lama yang dihapus. Cadangan baru tetap dibuat. Pindahkan berkasnya bila memang tidak diperlukan.',
  'backup.run': 'Cadangkan sekarang',
  'backup.running.begin': 'Menghitung berkas',
  'backup.running.backup': 'Mencadangkan: {done} dari {total} berkas',
  'backup.running.rehearsal': 'Latihan pemulihan: {done} dari {total} berkas',
  'backup.running.restore': 'Menyalin cadangan: {done} dari {total} berkas',
  'backup.busy': 'Pekerjaan cadangan lain sedang berjalan. Tunggu sampai selesai.',

  'backup.rehearsal': 'Latihan pemulihan',
  'backup.rehearsal.text':
    'Memulihkan cadangan terbaru ke folder sementara, membandingkan jumlah dan sidik berkasnya, lalu menghapusnya lagi. Catatan yang dipakai tidak disentuh.',
  'backup.rehearsal.start': 'Mulai latihan pemulihan',
  'backup.rehearsal.good': 'Latihan {time} berhasil: semuanya kembali utuh',
  'backup.rehearsal.counts': '{records} catatan, {files} berkas, {drafts} draf, {size}',
  'backup.rehearsal.bad': 'Latihan {time} menemukan kerusakan pada cadangan',
  'backup.rehearsal.damaged': '{count} berkas rusak',
  'backup.rehearsal.journal': 'Jurnal yang kembali tidak sama dengan yang dicadangkan.',
  'backup.rehearsal.remedy':
    'Tekan “Cadangkan sekarang”: seluruh cadangan dibaca ulang dan yang rusak ditulis lagi. Bila terulang, ganti disk cadangannya.',
  'backup.rehearsal.failed': 'Latihan {time} tidak dapat dijalankan',
  'backup.damage.missing': 'tidak ada',
  'backup.damage.altered': 'berubah',
  'backup.damage.not-read': 'tidak terbaca',
  'backup.damage.incomplete': 'tidak membuka semua catatan',

  'restore.title': 'Pulihkan dari cadangan',
  'restore.text':
    'Untuk komputer yang kosong atau rusak. Pilih disk tempat cadangan, lalu cadangan yang dipulihkan.',
  'restore.folder': 'Folder tempat cadangan',
  'restore.look': 'Lihat cadangan',
  'restore.snapshots': 'Cadangan di {folder}',
  'restore.none': 'Folder itu belum berisi cadangan yang selesai.',
  'restore.snapshot.counts': '{records} catatan, {files} berkas, {size}',
  'restore.snapshot.unreadable': 'Daftar isinya tidak terbaca',
  'restore.pick': 'Pulihkan',
  'restore.pickOf': 'Pulihkan cadangan {time}',
  'restore.dialog.title': 'Pulihkan cadangan {time}?',
  'restore.dialog.copy':
    'Cadangan disalin dan diperiksa berkas demi berkas. Bila ada yang rusak, tidak ada yang diganti.',
  'restore.dialog.present':
    'Catatan yang ada sekarang dipindahkan ke folder replaced-… di folder data, tidak dihapus.',
  'restore.dialog.otherTitle': 'Ganti semua catatan dengan cadangan kantor lain, {time}?',
  'restore.dialog.other': 'Ini cadangan kantor lain',
  'restore.dialog.otherText':
    'Bukan cadangan dari catatan di komputer ini. Sesudah dipulihkan, komputer ini memakai catatan, pengguna, dan kata sandi kantor lain itu. Bila disknya tertukar, batalkan.',
  'restore.dialog.presentOther':
    'Catatan dan kunci kantor ini dipindahkan utuh ke folder replaced-… di folder data, dan dapat dikembalikan dari sana.',
  'restore.dialog.newer':
    'Catatan kantor ini yang lebih baru daripada cadangan ikut dikembalikan, sejauh masih ada di basis data program.',
  'restore.dialog.reopen': 'Sesudah salinannya siap, Loket SE harus ditutup dan dibuka lagi.',
  'restore.confirmOther': 'Ganti dengan cadangan kantor lain',
  'restore.confirm': 'Salin dan siapkan pemulihan',
  'restore.ordered': 'Pemulihan siap: tutup Loket SE, lalu buka lagi',
  'restore.orderedText':
    'Cadangan {time} sudah disalin dan utuh. Ia menggantikan catatan saat Loket SE dibuka kembali.',
  'restore.done': 'Dipulihkan {time}',
  'restore.doneText':
    'Dari cadangan {snapshot}. Data sebelumnya ada di folder {folder} dalam folder data.',
  'restore.damaged': 'Tidak dipulihkan: {count} berkas pada cadangan rusak',
  'restore.damagedText': 'Tidak ada yang diganti. Pilih cadangan lain yang lebih lama.',
  'restore.damagedFilesText':
    'Tidak ada yang diganti. Yang rusak hanya berkas pindaian, draf, atau sertifikat otoritas, dan cadangan lain memakai salinan yang sama. Catatan dapat dipulihkan tanpa berkas ini.',
  'restore.without': 'Pulihkan tanpa berkas ini',
  'restore.leftOut': '{count} berkas tidak ikut dipulihkan',
  'restore.leftOutText':
    'Berkas itu rusak pada cadangan. Permohonan yang memuatnya tetap ada; minta pemohon menyerahkan berkasnya lagi.',
  'restore.failed': 'Tidak dipulihkan',
  'restore.failedText': 'Tidak ada yang diganti.',
  'restore.back': 'Kembali',

  'counter.backup.no-target': 'Catatan belum dicadangkan',
  'counter.backup.no-targetText':
    'Bila komputer ini rusak atau hilang, semua catatan hilang. Pilih folder di disk lain; selanjutnya cadangan berjalan sendiri.',
  'counter.backup.cut': 'Catatan di komputer ini tidak lagi sama dengan cadangannya',
  'counter.backup.never': 'Cadangan belum pernah berhasil',
  'counter.backup.old': 'Cadangan baik terakhir sudah lebih dari dua hari: {time}',
  'counter.backup.oldText': 'Periksa disk cadangan dan percobaan terakhirnya di Pengaturan.',
  'counter.recovery.open': 'Atur kunci pemulihan',
  'counter.backup.open': 'Atur cadangan',
  'counter.backup.later': 'Nanti',

  'disk.low': 'Ruang penyimpanan komputer tinggal {free}',
  'disk.lowText':
    'Hapus atau pindahkan berkas lain dari komputer ini. Di bawah {limit} permohonan baru tidak dapat dicatat.',
  'disk.tooLow': 'Permohonan baru belum dapat dicatat: ruang penyimpanan tinggal {free}',
  'disk.tooLowText':
    'Sedikitnya {limit} harus kosong. Hapus atau pindahkan berkas lain dari komputer ini, lalu simpan lagi. Yang diketik tetap ada sebagai draf, dan permohonan yang sudah ada tetap dapat dikerjakan.',
} as const;
