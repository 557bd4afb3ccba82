/** Reading help: what a card or a letter says, offered and never entered by itself. */
export const readingMessages = {
  'reading.title': 'Bacaan',
  'reading.kind': 'Yang dibaca',
  'reading.kind.card': 'KTP',
  'reading.kind.letter': 'Surat',
  'reading.page': 'Baca halaman ini',
  'reading.again': 'Baca lagi',
  'reading.working': 'Membaca …',
  'reading.hint': 'Dibaca di komputer ini, tanpa jaringan. Bandingkan dengan kertasnya.',

  'reading.field.nik': 'NIK',
  'reading.field.name': 'Nama',
  'reading.field.number': 'Nomor',
  'reading.field.date': 'Tanggal',
  'reading.snippet': 'Potongan gambar: {field}',
  'reading.notFound': '{field} tidak terbaca dengan pasti. Ketik sendiri dari kertasnya.',
  'reading.unsure': 'Tulisannya kurang jelas: periksa huruf demi huruf.',
  'reading.copy': 'Salin {field}',

  'reading.nik.same': 'NIK pada KTP sama dengan permohonan',
  'reading.nik.different': 'NIK pada KTP berbeda dengan permohonan: periksa keduanya.',
  'reading.nik.onCard': 'NIK pada KTP',
  'reading.nik.recorded': 'NIK pada permohonan',
  'reading.name.same': 'Nama pada KTP sama dengan permohonan',
  'reading.name.different': 'Nama pada KTP berbeda dengan permohonan ({recorded}): periksa.',

  'reading.card.open': 'Baca KTP',
  'reading.card.title': 'Bacaan KTP',
  'reading.card.private':
    'Gambarnya tidak disimpan dan dilepas saat bagian ini ditutup. Tidak ada kolom yang terisi sendiri.',
  'reading.card.use': 'Pakai',
  'reading.card.useOf': 'Pakai {field}',
  'reading.card.filled':
    'Kolom {field} sudah berisi. Kosongkan dulu bila ingin memakai hasil bacaan.',
  'reading.card.same': 'Sama dengan yang diketik',

  'reading.failed.absent': 'Bantuan baca tidak terpasang',
  'reading.failed.absent.text':
    'Bagian program untuk membaca tidak ada di komputer ini. Ketik sendiri, dan minta pengelola memasang ulang Loket SE.',
  'reading.failed.unreadable': 'Gambar ini tidak dapat dibaca',
  'reading.failed.unreadable.text':
    'Pakai gambar JPEG atau PNG yang utuh dan tegak, paling sedikit 200 dpi, atau ketik sendiri.',
  'reading.failed.too-slow': 'Membaca gambar ini terlalu lama',
  'reading.failed.too-slow.text':
    'Pembacaan dihentikan. Potong bagian yang perlu saja lalu coba lagi, atau ketik sendiri.',
  'reading.failed.no-picture': 'Gambar ini tidak dapat dibuka',
  'reading.failed.no-picture.text':
    'Pilih gambar JPEG atau PNG yang utuh, atau pindai ulang kertasnya.',
  'reading.failed.service': 'Program pembaca tidak menjawab',
  'reading.failed.service.text':
    'Coba sekali lagi. Bila tetap begini, tutup lalu buka lagi Loket SE; yang sudah diketik tersimpan sebagai draf.',
} as const;
