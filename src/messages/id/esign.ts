/** Settings of electronic signing: the agency's service, its credentials, local certificates. */
export const esignMessages = {
  'settings.esign': 'Layanan tanda tangan elektronik',
  'settings.esign.text':
    'Esign Client Service (ESC) di jaringan kantor. Passphrase penanda tangan tidak pernah disimpan.',
  'settings.esign.baseUrl': 'Alamat ESC',
  'settings.esign.baseUrlHint': 'Misalnya https://esc.contohkab.go.id; kosongkan bila tidak ada',
  'settings.esign.plainHttp':
    'http tanpa enkripsi: siapa pun di jaringan ini dapat membaca passphrase. Pakai https bila bisa.',
  'settings.esign.nameHttp':
    'http tanpa enkripsi; hanya dibuka bila namanya menunjuk ke jaringan kantor. Siapa pun di jaringan itu dapat membaca passphrase.',
  'settings.esign.problem.not-an-address':
    'Bukan alamat lengkap. Tulis dengan https://, misalnya https://esc.contohkab.go.id.',
  'settings.esign.problem.credentials-in-address':
    'Jangan menulis nama dan sandi di alamat. Isi pada bagian kredensial di bawah.',
  'settings.esign.problem.plain-http-to-public-host':
    'Alamat umum harus https: passphrase tidak dikirim lewat http ke luar jaringan kantor.',
  'settings.esign.problem.seconds': 'Tulis angka {least} sampai {most}.',
  'settings.esign.version': 'Versi antarmuka',
  'settings.esign.v2': 'Versi 2 (dianjurkan)',
  'settings.esign.v1': 'Versi 1 (lama)',
  'settings.esign.v1Box': 'Kotak tanda tangan pada versi 1',
  'settings.esign.v1BoxHint': 'Berbeda antarserver; coba sekali pada surat uji.',
  'settings.esign.box.size': 'Lebar dan tinggi',
  'settings.esign.box.corner': 'Sudut kanan atas',
  'settings.esign.adminPassword': 'Sandi admin bawaan ESC sudah diganti',
  'settings.esign.adminPasswordHint':
    'Petunjuk teknis ESC mencetak sandi admin bawaan. Siapa pun yang membacanya dapat masuk bila belum diganti.',
  'settings.esign.local': 'Izinkan sertifikat lokal (.p12)',
  'settings.esign.localRule':
    'Kantor yang memutuskan. Tanda tangan dibuat di komputer ini dengan berkas kunci penanda tangan; periksa dahulu apakah penerima mengakui sertifikat itu. Berkas kunci dan sandinya tidak disimpan.',
  'settings.esign.timestampUrl': 'Otoritas cap waktu (TSA)',
  'settings.esign.timestampHint': 'Untuk sertifikat lokal; tanpa ini waktunya dari komputer ini',
  'settings.esign.timeouts': 'Batas waktu (detik)',
  'settings.esign.timeout.connect': 'Menyambung',
  'settings.esign.timeout.read': 'Pertanyaan biasa',
  'settings.esign.timeout.sign': 'Menandatangani',
  'settings.esign.timeout.verify': 'Memeriksa',
  'settings.esign.test.answers': 'Layanan ESC menjawab pertanyaan status.',
  'settings.esign.test.clock':
    'Jam komputer ini dan jam server berbeda {difference}. Setel salah satunya.',
  'settings.esign.test.credentials':
    'Layanan ESC ada, tetapi menolak kredensial aplikasi. Periksa nama dan sandinya di bawah.',
  'settings.esign.test.refused': 'Layanan ESC ada, tetapi menolak pertanyaan status.',
  'settings.esign.test.retry':
    'Layanan ESC ada, tetapi sedang sibuk atau tidak menjawab. Coba lagi.',
  'settings.esign.test.no-connection':
    'Tidak ada yang menjawab di alamat itu. Periksa alamat, jaringan, dan servernya.',
  'settings.esign.test.not-the-gateway':
    'Yang menjawab bukan layanan ESC. Periksa alamat dan jalurnya.',
  'settings.esign.test.tls-refused':
    'Sertifikat server tidak dipercaya. Minta pengelola ESC memperbaikinya; ini tidak dilewati.',
  'settings.esign.test.address-refused':
    'Alamat itu tidak boleh dipakai: http hanya untuk alamat di dalam jaringan kantor.',

  'settings.escLogin': 'Kredensial aplikasi ESC',
  'settings.escLogin.text':
    'Nama dan sandi dari halaman admin ESC, terikat pada alamatnya. Sesudah disimpan tidak ditampilkan lagi.',
  'settings.escLogin.needsAddress':
    'Simpan alamat ESC dahulu; kredensialnya terikat pada alamat itu.',
  'settings.escLogin.user': 'Nama aplikasi',
  'settings.escLogin.userOdd': 'Tulis namanya, tanpa titik dua.',
  'settings.escLogin.password': 'Sandi aplikasi',
  'settings.escLogin.blank': 'Sandinya belum diisi.',
  'settings.escLogin.save': 'Simpan kredensial',
  'settings.escLogin.forget': 'Hapus kredensial',
  'settings.escLogin.none': 'Belum ada kredensial.',
  'settings.escLogin.present': 'Kredensial tersimpan untuk {origin}.',
  'settings.escLogin.otherOrigin':
    'Kredensial tersimpan untuk {origin}, jadi tidak dikirim ke alamat ini.',
  'settings.escLogin.changed.os-keychain':
    'Kredensial tersimpan di brankas kata sandi komputer ini',
  'settings.escLogin.changed.vault': 'Kredensial tersimpan, terkunci bersama data kantor',
  'settings.escLogin.changed.forgotten': 'Kredensial dihapus',
  'returns.title': 'Folder kembali dari BeSign atau Panter',
  'returns.text':
    'Selama surat yang diekspor menunggu di layar Surat, folder ini diamati. Berkas yang jelas surat itu ditambah satu tanda tangan diambil; yang lain dibiarkan. Tidak ada yang diubah atau dihapus di folder ini.',
  'returns.folder': 'Folder di komputer ini',
  'returns.hint': 'Alamat lengkap, misalnya D:\\Tanda tangan; kosongkan bila tidak ada',
  'returns.save': 'Amati folder ini',
  'returns.stop': 'Berhenti mengamati',
  'returns.saved': 'Folder diamati',
  'returns.stopped': 'Folder tidak diamati lagi',
  'returns.problem.not-absolute':
    'Tulis alamat folder selengkapnya, dari drive atau garis miring pertama.',
  'returns.problem.missing': 'Folder itu tidak ada atau tidak dapat dibuka. Periksa tulisannya.',
  'returns.problem.not-a-folder': 'Itu berkas, bukan folder.',
  'returns.problem.inside-data': 'Folder itu milik Loket SE sendiri. Pilih folder lain.',
  'returns.problem.unanswered': 'Loket SE tidak dapat menyimpannya. Coba lagi.',
} as const;
