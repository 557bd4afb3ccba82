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
  'signIn.timeZone': 'Zona waktu',
  'signIn.timeZoneHint': 'Jam pada register dan surat',
  'signIn.desk': 'Kode loket',
  'signIn.deskHint': 'Awal nomor register, misalnya A',
  'signIn.staffName': 'Nama Anda',
  'signIn.staffNameHint': 'Dicatat pada setiap pekerjaan di loket ini',
  'signIn.zone.Asia/Jakarta': 'WIB (Jawa, Sumatera, Kalimantan Barat dan Tengah)',
  'signIn.zone.Asia/Makassar': 'WITA (Sulawesi, Bali, Nusa Tenggara, Kalimantan lain)',
  'signIn.zone.Asia/Jayapura': 'WIT (Maluku, Papua)',
  'signIn.finish': 'Simpan dan mulai bekerja',
  'signIn.example': '{number} akan menjadi nomor register pertama',

  'signIn.title': 'Siapa yang bertugas?',
  'signIn.choose': 'Pilih nama Anda',
  'signIn.enter': 'Masuk',
  'signIn.chooseFirst': 'Pilih nama Anda lebih dahulu.',

  'signIn.problem.blank': '{label} belum diisi.',
  'signIn.problem.desk': 'Kode loket: 1 sampai 4 huruf besar atau angka, misalnya A.',
  'signIn.refused': 'Kantor belum dapat disiapkan',
  'signIn.refusedText':
    'Periksa semua isian, lalu simpan lagi. Yang diketik tetap ada di layar ini.',
} as const;
