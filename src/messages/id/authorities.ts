/** The certification authorities an office trusts. */
export const authorityMessages = {
  'settings.authorities': 'Otoritas sertifikat',
  'authority.text':
    'Tanda tangan diperiksa sampai ke otoritas ini. Loket SE tidak membawa sertifikatnya: administrator mengimpor berkas dari BSrE atau Komdigi dan mencocokkan sidik jarinya.',
  'authority.failed': 'Daftar otoritas tidak dapat dibaca',
  'authority.state.not-imported': 'Belum diimpor',
  'authority.state.trusted': 'Dipercaya',
  'authority.state.expired': 'Kedaluwarsa',
  'authority.state.expires-soon': 'Segera kedaluwarsa',
  'authority.root': 'otoritas induk',
  'authority.intermediate': 'otoritas penerbit',
  'authority.expected': 'Diketahui: {from} – {to}, {role}',
  'authority.notice.osd-lu-kelas-2':
    'OSD LU Kelas 2 berakhir 18 Agustus 2026. Tanda tangan lama di bawahnya yang tanpa stempel waktu tidak dapat dipastikan lagi; pemegang sertifikatnya perlu penerbitan baru.',
  'authority.notice.expires-soon': 'Tanyakan kepada BSrE otoritas penggantinya sebelum berakhir.',
  'authority.details': 'Rincian {name}',
  'authority.remove': 'Hapus',
  'authority.removeNamed': 'Hapus {name}',
  'authority.removeTitle': 'Hapus {name} dari otoritas yang dipercaya?',
  'authority.removeText':
    'Tanda tangan di bawahnya akan menjadi “tidak dapat diperiksa” sampai sertifikatnya diimpor lagi.',
  'authority.removed': '{name} dihapus',

  'authority.import': 'Impor sertifikat otoritas',
  'authority.importHint':
    '.crt, .cer, atau .pem dari BSrE atau Komdigi, satu sertifikat per berkas',
  'authority.none': 'Tidak ada sertifikat di dalam berkas ini',
  'authority.noneText': 'Pilih berkas .crt, .cer, atau .pem dari penerbitnya.',
  'authority.confirmTitle': 'Percayai otoritas ini?',
  'authority.compare':
    'Cocokkan sidik jari di bawah, kelompok demi kelompok, dengan yang diumumkan penerbit lewat jalur lain: situs resmi, surat, atau telepon.',
  'authority.matches': 'Sesuai dengan yang diketahui tentang {name}',
  'authority.unknown': 'Otoritas ini tidak ada di daftar yang diketahui',
  'authority.unknownText':
    'Semua tanda tangan di bawahnya akan dipercaya. Impor hanya bila kantor memang memerlukannya.',
  'authority.differs': 'Berbeda dari yang diketahui tentang {name}: {fields}',
  'authority.differsText': 'Mungkin palsu. Jangan impor sebelum penerbitnya menjelaskan.',
  'authority.field.organization': 'organisasi',
  'authority.field.country': 'negara',
  'authority.field.serial': 'nomor seri',
  'authority.field.notBefore': 'awal masa berlaku',
  'authority.field.notAfter': 'akhir masa berlaku',
  'authority.field.isRoot': 'kedudukan dalam rantai',
  'authority.field.other': 'hal lain',
  'authority.confirm': 'Sidik jari sudah saya cocokkan dan sama',
  'authority.confirmMissing': 'Cocokkan sidik jarinya dahulu, lalu centang.',
  'authority.accept': 'Saya tahu perbedaannya dan tetap mengimpor',
  'authority.acceptMissing': 'Centang ini untuk tetap mengimpor, atau batalkan.',
  'authority.trust': 'Percayai otoritas ini',
  'authority.imported': '{name} sekarang dipercaya',
  'authority.refused.not-a-certificate': 'Berkas ini bukan sertifikat',
  'authority.refused.fingerprint-differs': 'Berkas berubah sejak dibaca; pilih lagi',
  'authority.refused.not-an-authority':
    'Ini sertifikat orang atau layanan, bukan otoritas; tidak dapat diimpor di sini',
} as const;
