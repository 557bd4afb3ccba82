/** First set-up of an office, and choosing who sits at the desk. */
export const signInMessages = {
  'signIn.setupTitle': 'Siapkan kantor',
  'signIn.setupText':
    'Isian ini tampil pada kop surat dan nomor register. Semuanya dapat diubah nanti di Pengaturan.',
  'signIn.office': 'Kantor',
  'signIn.staff': 'Petugas',
  'signIn.government': 'Nama pemerintah daerah',
  'signIn.governmentHint': 'Baris pertama kop, misalnya Pemerintah Kabupaten Contoh',
  'signIn.name': 'Nama perangkat daerah',
  'signIn.nameHint': 'Baris kedua kop, misalnya Dinas Komunikasi dan Informatika',
  'signIn.shortName': 'Nama singkat',
  'signIn.shortNameHint': 'Untuk nomor surat, misalnya Diskominfo',
  'signIn.place': 'Tempat surat',
  'signIn.placeHint': 'Sebelum tanggal surat, misalnya Contoh',
  'signIn.code': 'Kode wilayah',
  'signIn.codeHint': 'Kode Kemendagri, misalnya 32.07',
  'signIn.timeZone': 'Zona waktu',
  'signIn.desk': 'Kode loket',
  'signIn.staffName': 'Nama Anda',
  'signIn.staffNameHint': 'Dicatat pada setiap pekerjaan di loket ini',
  'signIn.zone.Asia/Jakarta': 'WIB (UTC+7)',
  'signIn.zone.Asia/Makassar': 'WITA (UTC+8)',
  'signIn.zone.Asia/Jayapura': 'WIT (UTC+9)',
  'signIn.letterhead': 'Kop surat',
  'signIn.letterheadText': 'Boleh diisi nanti di Pengaturan; lambang daerah juga dipasang di sana.',
  'signIn.sops': 'SOP yang dipakai',
  'signIn.sopsText':
    'Loket hanya menawarkan SOP yang dicentang. SOP kantor sendiri dapat disalin dari salah satunya nanti.',
  'signIn.problem.sops': 'Centang sekurang-kurangnya satu SOP.',
  'signIn.finish': 'Simpan dan mulai bekerja',
  'signIn.example': 'Nomor register pertama: {number}',

  'signIn.title': 'Siapa yang bertugas?',
  'signIn.choose': 'Pilih nama Anda',
  'signIn.failedBefore':
    'Sejak Anda terakhir masuk, frasa sandi yang salah dicoba {count} kali pada nama Anda. Bila bukan Anda, beri tahu administrator.',
  'signIn.enter': 'Masuk',
  'signIn.chooseFirst': 'Pilih nama Anda lebih dahulu.',

  'signIn.problem.blank': '{label} belum diisi.',
  'signIn.problem.office.code': 'Kode wilayah terdiri dari angka dan titik, misalnya 32.07.',
  'signIn.problem.office.desk': 'Kode loket: 1 sampai 4 huruf besar atau angka, misalnya A.',
  'signIn.refused': 'Kantor belum dapat disiapkan',
  'signIn.refusedText':
    'Periksa semua isian, lalu simpan lagi. Yang diketik tetap ada di layar ini.',
} as const;
