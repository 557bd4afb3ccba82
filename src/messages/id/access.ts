/** Passphrases, the recovery key, and the door before the records. */
export const accessMessages = {
  'access.signInName': 'Nama masuk',
  'access.signInNameHint':
    'Huruf kecil dan angka, misalnya loket1. Terbaca sebelum data dibuka, jadi jangan nama lengkap.',
  'access.passphrase': 'Frasa sandi',
  'access.yourPassphrase': 'Frasa sandi Anda',
  'access.newPassphrase': 'Frasa sandi baru',
  'access.repeated': 'Ulangi frasa sandi',
  'access.hint': 'Sekurangnya 12 huruf; beberapa kata lebih mudah diingat',
  'access.show': 'Lihat',
  'access.hide': 'Tutup',
  'access.blank': 'Frasa sandi belum diisi.',
  'access.wrong': 'Frasa sandi tidak cocok. Periksa huruf besar dan bahasa papan ketik.',
  'access.wrongWait':
    'Frasa sandi tidak cocok. Tunggu {seconds} detik sebelum mencoba lagi, atau masuk dengan kunci pemulihan.',
  'access.wait':
    'Terlalu sering salah. Tunggu {seconds} detik lagi, lalu ketik frasa sandi sekali lagi.',
  'access.unknownMember':
    'Nama ini tidak mempunyai akses lagi. Pilih nama lain, atau minta administrator menambahkannya.',
  'access.failed':
    'Belum dapat dibuka karena program tidak menjawab. Coba sekali lagi; bila tetap gagal, tutup dan buka lagi Loket SE.',
  'access.without':
    'Belum mempunyai frasa sandi: {names}. Administrator memberikannya di Pengaturan.',
  'access.ownTitle': 'Ganti frasa sandi',
  'access.ownText':
    'Frasa sandi ini diberikan administrator. Buat yang hanya Anda ketahui, lalu mulai bekerja.',
  'access.ownSave': 'Simpan dan mulai bekerja',
  'access.problem.passphrase-short':
    'Frasa sandi terlalu pendek. Pakai sekurangnya 12 huruf, misalnya empat kata.',
  'access.problem.passphrase-long': 'Frasa sandi terlalu panjang. Pakai paling banyak 256 huruf.',
  'access.problem.passphrase-repeats':
    'Frasa sandi mengulang huruf yang sama. Pakai kata-kata yang berbeda.',
  'access.problem.passphrase-name':
    'Frasa sandi hampir sama dengan nama. Tambahkan kata-kata lain.',
  'access.problem.passphrase-differs': 'Ulangan tidak sama. Ketik frasa sandi yang sama dua kali.',
  'access.problem.same': 'Masih sama dengan yang diberikan administrator. Buat yang baru.',
  'access.problem.signInName':
    'Nama masuk 2 sampai 24 huruf kecil, angka, titik, atau garis, misalnya loket1.',
  'access.problem.signInNameTaken': 'Nama masuk ini sudah dipakai. Pilih nama masuk lain.',

  'recovery.title': 'Kunci pemulihan',
  'recovery.text':
    'Hanya kunci ini yang membuka data kantor bila semua frasa sandi terlupa atau komputer rusak. Kunci ditampilkan sekali ini saja.',
  'recovery.groups': 'Kelompok kunci pemulihan',
  'recovery.keep':
    'Cetak atau tulis, lalu simpan di lemari terkunci seperti surat berharga. Jangan difoto dan jangan disimpan di komputer.',
  'recovery.kept': 'Sudah saya simpan, lanjutkan',
  'recovery.print': 'Cetak',
  'recovery.later': 'Nanti saja',
  'recovery.ask': 'Ketik dua kelompok dari kertas, supaya pasti terbaca.',
  'recovery.group': 'Kelompok {number}',
  'recovery.wrongGroup': 'Kelompok {number} tidak cocok. Lihat lagi kertasnya, huruf demi huruf.',
  'recovery.confirm': 'Cocokkan dan mulai bekerja',
  'recovery.back': 'Kembali',

  'recover.open': 'Lupa frasa sandi? Masuk dengan kunci pemulihan',
  'recover.title': 'Masuk dengan kunci pemulihan',
  'recover.text':
    'Ketik kunci dari kertas, pilih nama masuk, lalu buat frasa sandi baru untuk nama itu.',
  'recover.key': 'Kunci pemulihan',
  'recover.member': 'Nama masuk yang diberi frasa sandi baru',
  'recover.enter': 'Buka data kantor',
  'recover.length':
    'Kunci pemulihan terdiri dari {groups} kelompok berisi 5 huruf atau angka. Lengkapi dari kertas.',
  'recover.group': 'Kelompok {group} salah ketik. Periksa huruf demi huruf pada kertas.',
  'recover.wrong':
    'Kunci ini terbaca, tetapi bukan kunci kantor ini atau sudah diganti. Cari kertas yang terbaru.',

  'protect.title': 'Lindungi data kantor',
  'protect.text':
    'Mulai versi ini data pemohon terkunci di komputer. Pilih nama Anda dan buat frasa sandi; petugas lain mendapat frasa sandi di Pengaturan. Semua catatan tetap ada.',
  'protect.begin': 'Kunci data dan mulai bekerja',

  'door.restore': 'Sudah pernah memakai Loket SE? Pulihkan dari cadangan',
  'door.lostTitle': 'Kunci data kantor tidak ditemukan',
  'door.lostText':
    'Catatan masih ada, tetapi berkas kuncinya (vault/keyring.json) hilang dari folder data. Kembalikan folder vault dari cadangan, lalu buka lagi Loket SE. Jangan menghapus folder data.',

  'settings.security': 'Keamanan',
  'settings.security.text':
    'Frasa sandi Anda, kunci pemulihan kantor, dan kunci data. Data pemohon di komputer ini terkunci dengan kunci-kunci ini.',
  'settings.security.current': 'Frasa sandi sekarang',
  'settings.security.change': 'Ganti frasa sandi',
  'settings.security.changed': 'Frasa sandi diganti',
  'settings.security.unconfirmed':
    'Kunci pemulihan belum dicocokkan dengan kertasnya. Buat yang baru, cetak, lalu cocokkan.',
  'settings.security.renew': 'Buat kunci pemulihan baru',
  'settings.security.renewText': 'Kunci yang dicetak sebelumnya tidak berlaku lagi.',
  'settings.security.rotate': 'Ganti kunci data',
  'settings.security.rotateText':
    'Bila kunci mungkin diketahui orang lain, misalnya setelah komputer dicuri. Kerja dapat diteruskan.',
  'settings.security.rotated': 'Kunci data diganti; {count} kunci berkas dibungkus ulang',
  'settings.security.rotateFailed':
    'Kunci data belum diganti. Coba sekali lagi; bila terhenti di tengah, dilanjutkan sendiri saat Loket SE dibuka.',
  'settings.access.first': 'Frasa sandi pertama',
  'settings.access.firstHint': 'Diganti sendiri oleh pemiliknya saat pertama masuk',
  'settings.access.give': 'Frasa sandi',
  'settings.access.giveTo': 'Beri {name} frasa sandi baru',
  'settings.access.given': '{name} dapat masuk dengan frasa sandi baru',
  'settings.access.save': 'Simpan frasa sandi',
  'settings.access.ownElsewhere': 'Frasa sandi sendiri diganti di bagian Keamanan.',
} as const;
