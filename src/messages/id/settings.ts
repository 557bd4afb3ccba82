/** Settings of the office, its officials, letters, gateway and staff. */
export const settingsMessages = {
  'settings.sections': 'Bagian pengaturan',
  'settings.office': 'Kantor dan kop surat',
  'settings.officials': 'Pejabat',
  'settings.emails': 'E-mail resmi',
  'settings.letters': 'Nomor surat',
  'settings.templates': 'Naskah surat',
  'settings.sop': 'SOP',
  'settings.gateway': 'Gateway AMS',
  'settings.backup': 'Cadangan',
  'settings.staff': 'Petugas',
  'settings.trail': 'Jejak Audit',

  'settings.save': 'Simpan',
  'settings.saved': '{section} tersimpan',
  'settings.dirty': 'Ada perubahan yang belum disimpan',
  'settings.reset': 'Batalkan perubahan',

  'settings.office.text': 'Tampil pada kop surat, nomor register, dan kiriman ke AMS.',
  'settings.field.government': 'Nama pemerintah daerah',
  'settings.field.name': 'Nama perangkat daerah',
  'settings.field.unit': 'Bidang atau UPT (baris ketiga kop)',
  'settings.field.shortName': 'Nama singkat',
  'settings.field.code': 'Kode wilayah',
  'settings.field.address': 'Alamat',
  'settings.field.postalCode': 'Kode pos',
  'settings.field.phone': 'Telepon kantor',
  'settings.field.email': 'E-mail kantor',
  'settings.field.website': 'Situs web',
  'settings.field.place': 'Tempat surat',
  'settings.field.timeZone': 'Zona waktu',
  'settings.field.desk': 'Kode loket',
  'settings.hint.code': 'Kode Kemendagri, misalnya 32.07',
  'settings.hint.desk': 'Awal nomor register',
  'settings.zone.Asia/Jakarta': 'WIB (UTC+7)',
  'settings.zone.Asia/Makassar': 'WITA (UTC+8)',
  'settings.zone.Asia/Jayapura': 'WIT (UTC+9)',

  'settings.logo': 'Logo kop',
  'settings.logo.hint': 'PNG, JPEG, atau SVG, paling besar 1 MB',
  'settings.logo.none': 'Belum ada logo',
  'settings.logo.alt': 'Logo pada kop surat',
  'settings.logo.remove': 'Hapus logo',
  'settings.logo.unreadable': 'Berkas logo tidak dapat dibaca. Pasang logo yang baru.',
  'settings.logo.tooLarge':
    'Berkas {size}; paling besar 1 MB. Perkecil gambarnya, lalu pilih lagi.',
  'settings.logo.problem.not-picture':
    'Bukan gambar PNG, JPEG, atau SVG. Simpan sebagai PNG, lalu pilih lagi.',
  'settings.logo.problem.svg-damaged':
    'Gambar SVG ini tidak utuh atau memakai cara penulisan yang tidak dikenal. Simpan ulang sebagai SVG polos atau PNG, lalu pilih lagi.',
  'settings.logo.problem.svg-script':
    'Gambar SVG ini memuat program. Logo tidak memerlukannya: simpan sebagai PNG, lalu pilih lagi.',
  'settings.logo.problem.svg-external':
    'Gambar SVG ini menunjuk berkas atau alamat di luar dirinya. Sematkan gambarnya atau simpan sebagai PNG, lalu pilih lagi.',
  'settings.logo.problem.svg-foreign':
    'Gambar SVG ini memuat bagian yang bukan gambar (halaman web, film, atau gerak). Simpan sebagai PNG, lalu pilih lagi.',
  'settings.logo.problem.svg-too-large':
    'Gambar SVG ini terlalu rumit: lebih dari 20.000 bagian. Simpan sebagai PNG, lalu pilih lagi.',
  'settings.logo.problem.picture-not-drawn':
    'Gambar tidak dapat digambar di komputer ini. Simpan sebagai PNG, lalu pilih lagi.',

  'settings.signatureLogo': 'Logo di samping tanda tangan elektronik',
  'settings.signatureLogo.hint':
    'Misalnya logo BSrE: PNG, JPEG, atau SVG, paling besar 1 MB. Tanpa logo, kode QR surat yang dipakai.',
  'settings.signatureLogo.none': 'Kode QR',
  'settings.signatureLogo.alt': 'Logo di samping tanda tangan elektronik',
  'settings.signatureLogo.remove': 'Pakai kode QR',

  'settings.signing': 'Tanda tangan elektronik',
  'settings.signing.text':
    'Surat yang dicentang memakai kotak tanda tangan elektronik dan kalimat BSrE di kaki halaman; yang lain ditandatangani dengan tangan. Surat yang sudah final tidak berubah.',
  'settings.signing.letters': 'Ditandatangani secara elektronik',
  'settings.signing.letters.hint':
    'Pemohon selalu menandatangani dengan tangan: sertifikatnya yang sedang diurus.',
  'settings.signing.byHand':
    'Naskahnya memuat kotak atau titik-titik untuk ditulisi. Sesudah ditandatangani elektronik tidak dapat diisi lagi; ubah dahulu naskahnya.',
  'settings.signing.footer': 'Kalimat di kaki halaman',
  'settings.signing.footer.long': 'Panjang',
  'settings.signing.footer.short': 'Pendek',

  'settings.officials.text':
    'Dicetak pada surat dan lembar disposisi. Nama ditulis lengkap dengan gelar.',
  'settings.officials.none': 'SOP yang terpasang tidak menyebut pejabat kantor ini.',
  'settings.official.name': 'Nama',
  'settings.official.nip': 'NIP',
  'settings.official.rank': 'Pangkat/golongan',
  'settings.official.position': 'Jabatan pada surat',
  'settings.acting': 'Diwakili',
  'settings.acting.none': 'Tidak',
  'settings.acting.plt': 'Plt. (pelaksana tugas)',
  'settings.acting.plh': 'Plh. (pelaksana harian)',
  'settings.acting.an': 'a.n. (atas nama)',
  'settings.acting.ub': 'u.b. (untuk beliau)',
  'settings.acting.name': 'Nama yang mewakili',
  'settings.acting.position': 'Jabatannya sendiri',
  'settings.acting.positionHint': 'Kosongkan bila tidak dicetak di bawah Plt. atau Plh.',
  'settings.acting.through': 'Atas perintah (jabatan di atas u.b.)',
  'settings.acting.throughHint': 'Misalnya Sekretaris',
  'settings.acting.nip': 'NIP yang mewakili',
  'settings.acting.rank': 'Pangkat/golongan yang mewakili',
  'settings.acting.from': 'Berlaku mulai',
  'settings.acting.until': 'Berlaku sampai',
  'settings.acting.open': 'Kosong: tanpa batas',
  'settings.acting.problem.date': 'Tulis tanggal lengkap, misalnya 2 Maret 2026.',
  'settings.acting.problem.order': 'Tanggal akhir mendahului tanggal mulai.',
  'settings.acting.preview': 'Pada surat: {lines}',

  'settings.emails.text':
    'AMS hanya menerima e-mail dinas. Alamat pemohon harus berakhir dengan salah satu di bawah ini.',
  'settings.field.emailSuffixes': 'Akhiran yang diterima',
  'settings.hint.emailSuffixes': 'Satu per baris, misalnya .go.id atau @contohkab.go.id',

  'settings.paper': 'Kertas surat',
  'settings.paper.text':
    'Ukuran kertas, batas tepi, dan huruf semua surat. Surat yang sudah final tidak berubah.',
  'paper.size': 'Ukuran kertas',
  'paper.size.a4': 'A4 ({width} × {height} mm)',
  'paper.size.f4': 'F4/folio ({width} × {height} mm)',
  'paper.size.f4-narrow': 'F4 sempit ({width} × {height} mm)',
  'paper.size.other': 'Ukuran lain',
  'paper.width': 'Lebar (mm)',
  'paper.height': 'Tinggi (mm)',
  'paper.top': 'Batas atas (mm)',
  'paper.right': 'Batas kanan (mm)',
  'paper.bottom': 'Batas bawah (mm)',
  'paper.left': 'Batas kiri (mm)',
  'paper.fontSize': 'Ukuran huruf (pt)',
  'paper.lineSpacing': 'Jarak baris',
  'paper.paragraphSpacing': 'Jarak antarparagraf (pt)',
  'paper.problem.paragraphSpacing': 'Tulis jarak antarparagraf dari 0 sampai 24.',
  'paper.catchword': 'Kata penyambung',
  'paper.catchword.hint':
    'Kata pertama halaman berikutnya di kanan bawah setiap halaman, kecuali halaman terakhir',
  'paper.alignment': 'Perataan paragraf',
  'paper.alignment.justified': 'Rata kiri dan kanan',
  'paper.alignment.left': 'Rata kiri',
  'paper.problem.side': 'Tulis milimeter sebagai angka, dari 148 sampai 356.',
  'paper.problem.margin': 'Tulis milimeter sebagai angka, dari 5 sampai 60.',
  'paper.problem.fontSize': 'Tulis ukuran huruf dari 9 sampai 14.',
  'paper.problem.lineSpacing': 'Tulis jarak baris dari 1 sampai 2, misalnya 1,15.',
  'settings.letters.text':
    'Nomor surat yang terbit sesudah ini; surat yang sudah bernomor tidak berubah.',
  'settings.field.classificationCode': 'Kode klasifikasi',
  'settings.field.numberPattern': 'Pola nomor',
  'settings.hint.numberPattern': 'Isian: {tokens}',
  'settings.letters.holdForPrint': 'Langkah menunggu surat tercetak',
  'settings.letters.holdForPrintText':
    'Langkah baru dapat diselesaikan setelah dicatat “sudah tercetak dengan benar”.',
  'settings.letters.codes': 'Kode per jenis surat',
  'settings.letters.codesText':
    'Cari dengan angka atau kata. Yang kosong memakai kode di atas. Daftar: Permendagri 83/2022, bagian Pemerintah Daerah.',
  'settings.letters.example': 'Contoh: {number}',

  'settings.gateway.text':
    'Kiriman ke AMS berjalan sendiri lewat gateway. Tanpa gateway, permohonan menunggu di antrean.',
  'settings.field.baseUrl': 'Alamat gateway',
  'settings.hint.baseUrl': 'Misalnya https://gateway.contohprov.go.id; kosongkan bila tidak ada',
  'settings.gateway.plainHttp':
    'Tanpa https, data pemohon dapat dibaca di jaringan. Hanya untuk komputer ini atau jaringan kantor sendiri.',
  'settings.gateway.nameHttp':
    'Tanpa https hanya berlaku bila nama ini menunjuk ke jaringan kantor sendiri; selain itu kiriman ditolak.',
  'settings.token': 'Token gateway',
  'settings.token.text': 'Bukti bahwa kantor ini boleh mengirim; terikat pada alamat gateway.',
  'settings.field.token': 'Token akses',
  'settings.token.hint':
    'Diberikan oleh pengelola gateway; setelah disimpan tidak ditampilkan lagi',
  'settings.token.none': 'Belum ada token.',
  'settings.token.present': 'Token tersimpan untuk {origin}.',
  'settings.token.otherOrigin':
    'Token yang tersimpan milik {origin}, bukan alamat di atas. Masukkan token untuk alamat yang baru.',
  'settings.token.needsAddress':
    'Simpan alamat gateway lebih dahulu; token terikat pada alamat itu.',
  'settings.token.save': 'Simpan token',
  'settings.token.forget': 'Hapus token',
  'settings.token.kept.os-keychain': 'Token tersimpan di brankas kata sandi komputer ini',
  'settings.token.kept.vault': 'Token tersimpan, terkunci bersama data kantor',
  'settings.token.forgotten': 'Token dihapus',
  'settings.token.blank': 'Token belum diisi.',
  'settings.test': 'Uji sambungan',
  'settings.test.online': 'Tersambung ke gateway.',
  'settings.test.clock':
    'Tersambung, tetapi jam komputer ini berbeda {difference} dari jam gateway. Betulkan jam komputer.',
  'settings.test.no-connection':
    'Tidak ada yang menjawab di alamat itu. Periksa jaringan dan alamatnya.',
  'settings.test.not-the-gateway':
    'Ada yang menjawab, tetapi bukan gateway AMS. Periksa alamatnya, atau masuk dulu ke halaman wifi.',
  'settings.test.tls-refused':
    'Sertifikat gateway tidak dipercaya komputer ini, sehingga tidak ada yang dikirim. Hubungi pengelola gateway.',
  'settings.test.address-refused':
    'Alamat itu tidak boleh dipakai tanpa https. Tulis dengan https://.',
  'settings.test.failed': 'Uji sambungan tidak dapat dijalankan. Coba lagi.',

  'settings.staff.text':
    'Yang dapat memilih namanya saat masuk. Nama pada riwayat lama tidak berubah.',
  'settings.staff.name': 'Nama petugas baru',
  'settings.staff.add': 'Tambah petugas',
  'settings.staff.rename': 'Ubah nama',
  'settings.staff.renameOf': 'Ubah nama {name}',
  'settings.staff.newName': 'Nama baru',
  'settings.staff.saveName': 'Simpan nama',
  'settings.staff.disable': 'Nonaktifkan',
  'settings.staff.disableOf': 'Nonaktifkan {name}',
  'settings.staff.disableTitle': 'Nonaktifkan {name}?',
  'settings.staff.disableText':
    'Ia tidak dapat masuk lagi di loket ini. Pekerjaan dan namanya tetap ada dalam riwayat.',
  'settings.staff.you': 'Anda',
  'settings.staff.added': '{name} ditambahkan',
  'settings.staff.renamed': 'Nama menjadi {name}',
  'settings.staff.disabled': '{name} dinonaktifkan',
  'settings.staff.former': 'Tidak aktif: {names}',
  'settings.staff.roles': 'Peran',
  'settings.staff.rolesOf': 'Peran {name}',
  'settings.staff.rolesNew': 'Peran petugas baru',
  'settings.staff.saveRoles': 'Simpan peran',
  'settings.staff.rolesChanged': 'Peran {name} diubah',
  'settings.staff.notYourself': 'Akun sendiri dinonaktifkan oleh administrator lain.',
  'settings.staff.reason.moved': 'Pindah tugas',
  'settings.staff.reason.retired': 'Pensiun atau berhenti',
  'settings.staff.reason.mistake': 'Salah dibuat',
  'settings.drafts': 'Draf yang tertunda',
  'settings.drafts.text':
    'Isian yang sudah diketik tetapi belum dicatat. Isinya hanya dapat dibuka oleh yang mengetik.',
  'settings.drafts.none': 'Tidak ada isian yang belum dicatat.',
  'settings.drafts.line': '{count} draf, tertua {oldest}, terbaru {latest}',
  'settings.drafts.unknown': 'Petugas yang tidak dikenal di sini',
  'settings.field.lockAfterMinutes': 'Kunci layar setelah (menit)',
  'settings.hint.lockAfterMinutes': 'Tanpa ketikan atau klik; antrean kirim tetap berjalan',
  'settings.problem.lockAfterMinutes': 'Isi menit dengan angka bulat dari 1 sampai 120.',
  'settings.switchStaff': 'Ganti petugas',

  'settings.problem.blank': '{label} belum diisi.',
  'settings.problem.desk': 'Kode loket: 1 sampai 4 huruf besar atau angka, misalnya A.',
  'settings.problem.code': 'Kode wilayah terdiri dari angka dan titik, misalnya 32.07.',
  'settings.problem.postalCode': 'Kode pos terdiri dari 5 angka.',
  'settings.problem.email': 'Alamat e-mail tidak lengkap. Tulis seperti kantor@contohkab.go.id.',
  'settings.problem.suffix':
    '“{suffix}” bukan akhiran alamat. Tulis seperti .go.id atau @contohkab.go.id.',
  'settings.problem.suffixNone': 'Tulis sekurangnya satu akhiran, misalnya .go.id.',
  'settings.problem.not-an-address':
    'Bukan alamat web. Tulis lengkap, misalnya https://gateway.contohprov.go.id.',
  'settings.problem.credentials-in-address':
    'Hapus nama pengguna dan sandi dari alamat. Token diisi terpisah di bawah.',
  'settings.problem.plain-http-to-public-host':
    'Alamat di internet harus memakai https, supaya data pemohon tidak terbaca orang lain.',
} as const;
