/** Papers that hold more than pages to look at, or that are not taken for what they would cost. */
export const paperMessages = {
  'problem.file-mixed':
    'Berkas ini sekaligus berjenis lain (halaman web, program, atau arsip), sehingga tidak diterima. Cetak lalu pindai kertasnya.',
  'problem.picture-too-large':
    'Gambar ini terlalu besar untuk ditampilkan (lebih dari 80 juta titik). Pindai ulang dengan 200–300 dpi, atau foto ulang.',
  'problem.pdf-locked':
    'PDF ini dikunci dengan sandi. Minta pemohon menyimpannya tanpa sandi, atau pindai cetakannya.',
  'problem.pdf-too-many-pages':
    'PDF ini berisi lebih dari 2.000 halaman. Pisahkan halaman yang diperlukan saja, lalu pilih lagi.',
  'problem.pdf-expands':
    'Isi PDF ini mengembang jauh melebihi ukurannya dan dapat membuat komputer macet, sehingga tidak diterima. Cetak lalu pindai kertasnya.',
  'problem.file-not-inspected':
    'Berkas ini terlalu rumit untuk diperiksa, sehingga tidak diterima. Cetak lalu pindai kertasnya.',
  'problem.list-too-large':
    'Berkas daftar lebih besar dari 20 MB. Bagi menjadi beberapa berkas, lalu impor satu per satu.',

  'papers.active.title': 'PDF ini memuat lebih dari sekadar halaman',
  'papers.active.text':
    'Di dalamnya ada {kinds}. Di sini hanya gambar halamannya yang ditampilkan dan dicetak; selebihnya tidak dijalankan. Jangan membuka salinannya di program lain. Bila ragu, minta cetakannya lalu pindai.',
  'papers.kind.script': 'perintah JavaScript',
  'papers.kind.launch': 'perintah membuka program atau berkas lain',
  'papers.kind.attachment': 'berkas lain yang disisipkan',
  'papers.kind.form': 'formulir yang mengirim data',
  'papers.kind.link': 'tautan yang membuka sendiri',
  'papers.kind.media': 'suara, video, atau gambar tiga dimensi',
  'papers.encrypted.title': 'PDF ini dilindungi sandi',
  'papers.encrypted.text':
    'Halamannya dapat dilihat, tetapi isinya tidak dapat diperiksa. Di sini hanya gambar halamannya yang ditampilkan dan dicetak.',
  'papers.refused.title': 'Berkas ini tidak ditampilkan',
  'papers.checking': 'Memeriksa berkas…',
  'papers.print.failed':
    'Halaman berkas ini tidak dapat digambar untuk dicetak. Pindai ulang kertasnya.',

  'ui.pdf.pages': 'Halaman {from}–{to} dari {pages}',
  'ui.pdf.previousPages': 'Halaman sebelumnya',
  'ui.pdf.nextPages': 'Halaman berikutnya',
} as const;
