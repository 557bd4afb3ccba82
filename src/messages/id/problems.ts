/**
 * One sentence for every problem code of the domain's checks: what is wrong, and what to
 * do. The field's label (`fields`) stands before it on the screen.
 */
export const problems = {
  'problem.required': 'Wajib diisi.',
  'problem.too-long':
    'Terlalu panjang: {typed} karakter, paling banyak {longest}. Persingkat isinya.',

  'problem.nik-digits': 'NIK hanya berisi angka; ada “{found}”. Ketik ulang seperti pada KTP.',
  'problem.nik-length':
    'NIK harus 16 angka; yang diketik {typed}. Periksa kembali angka demi angka pada KTP.',
  'problem.nik-date':
    'Angka ke-7 sampai ke-12 NIK ({digits}) bukan tanggal lahir yang ada (perempuan: tanggal ditambah 40). Periksa pada KTP.',
  'problem.nik-serial':
    'Empat angka terakhir NIK tidak mungkin 0000. Periksa pada KTP; bila disalin dari lembar kerja, angka terakhirnya mungkin hilang.',
  'problem.nik-age':
    'Menurut NIK pemohon berumur {age} tahun. Periksa angka ke-7 sampai ke-12 pada KTP.',
  'problem.nik-province-unknown':
    'Kode provinsi {province} pada NIK tidak ada dalam daftar. Periksa dua angka pertama; lanjutkan bila KTP memang begitu.',

  'problem.nip-digits': 'NIP hanya berisi angka; ada “{found}”. Ketik ulang seperti pada SK.',
  'problem.nip-length':
    'NIP harus 18 angka; yang diketik {typed}. Periksa kembali angka demi angka pada SK.',
  'problem.nip-birth-date':
    'Delapan angka pertama NIP ({digits}) bukan tanggal lahir yang ada. Periksa pada SK.',
  'problem.nip-month':
    'Angka ke-13 dan ke-14 NIP ({digits}) bukan bulan 01–12 (PNS) dan bukan 21–29 (PPPK). Periksa pada SK.',
  'problem.nip-sex':
    'Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan), bukan {digit}. Periksa pada SK.',
  'problem.nip-appointment-year':
    'Tahun pengangkatan pada NIP terbaca {year}. Periksa angka ke-9 sampai ke-12.',
  'problem.nip-personnel-mismatch':
    'NIP ini terbaca sebagai NIP {reads}, sedangkan yang dipilih {chosen}. Periksa NIP atau status kepegawaian.',
  'problem.nip-required':
    'NIP wajib diisi untuk {personnel}. Bila pemohon bukan ASN, pilih status Non-ASN.',
  'problem.nip-not-for-non-asn':
    'Pemohon Non-ASN tidak mempunyai NIP. Kosongkan NIP, atau ubah status kepegawaian.',
  'problem.nik-nip-birth-mismatch':
    'Tanggal lahir pada NIK ({nik}) dan NIP ({nip}) berbeda. Cocokkan dengan KTP dan SK.',
  'problem.nik-nip-sex-mismatch':
    'Jenis kelamin pada NIK dan NIP berbeda. Cocokkan dengan KTP dan SK.',

  'problem.phone-mobile':
    'Bukan nomor ponsel Indonesia. Tulis mulai 08 atau +628, misalnya 0812-3456-7890.',
  'problem.email-shape': 'Alamat e-mail tidak lengkap. Tulis seperti nama@dinas.go.id.',
  'problem.email-suffix':
    'AMS hanya menerima e-mail dinas; {domain} tidak termasuk yang diizinkan ({suffixes}). Minta alamat dinas pemohon, atau tambahkan akhiran ini di Pengaturan.',
  'problem.name-letters': 'Nama harus berisi huruf. Tulis seperti pada KTP.',
  'problem.name-digits': 'Ada angka “{found}” di dalam nama. Periksa pada KTP.',

  'problem.reason-required': 'Alasan belum dipilih. Pilih salah satu alasan dari SOP.',
  'problem.reason-unknown':
    'Alasan “{reason}” tidak ada dalam SOP ini. Pilih salah satu alasan dari SOP.',
  'problem.reason-note-missing':
    'Alasan ini sebaiknya diberi keterangan, karena dikutip dalam surat.',
  'problem.serial-hex':
    'Nomor seri sertifikat hanya berisi 0–9 dan a–f; ada “{found}”. Salin dari rincian sertifikat.',
  'problem.serial-maybe-decimal':
    'Nomor seri ini tanpa huruf a–f, mungkin ditulis dalam desimal. Bandingkan dengan bentuk heksadesimal pada rincian sertifikat.',
  'problem.date-invalid': 'Bukan tanggal yang ada. Tulis tahun-bulan-tanggal, misalnya 2027-01-31.',

  'problem.pattern-token-unknown':
    '“{token}” dalam kurung kurawal tidak dikenal. Yang dapat dipakai: kode, urut, urut3, unit, bulanRomawi, bulan, tahun.',
  'problem.pattern-without-sequence':
    'Pola nomor surat harus memuat urut atau urut3 dalam kurung kurawal, supaya setiap surat mendapat nomor sendiri.',
  'problem.pattern-brace': 'Ada kurung kurawal yang tidak berpasangan. Lengkapi atau hapus.',

  'problem.row-not-object': 'Baris ini bukan data pemohon. Tulis sebagai objek JSON.',
  'problem.not-object': 'Isinya harus objek JSON dengan nama-nama kolomnya.',
  'problem.not-list': 'Isinya harus daftar JSON, dalam kurung siku.',
  'problem.not-text': 'Isinya harus teks. Tulis di antara tanda kutip.',
  'problem.number-imprecise':
    'Angka sepanjang ini tidak tersimpan utuh. Tulis sebagai teks, di antara tanda kutip.',
  'problem.sop-unknown': 'SOP “{sop}” tidak dikenal. Periksa penulisannya.',
  'problem.sop-not-installed':
    'SOP “{sop}” belum terpasang pada aplikasi ini. Baris ini dapat diimpor setelah SOP-nya dipasang.',
  'problem.arrival-format':
    'Waktu “{typed}” tidak dapat dibaca. Tulis dengan zona waktu, misalnya 2026-03-02T09:14:00+07:00.',
  'problem.arrival-future':
    'Waktu “{typed}” belum lewat. Periksa tanggal pada berkas dan jam komputer ini.',
  'problem.personnel-unknown':
    'Status kepegawaian “{typed}” tidak dikenal. Tulis pns, pppk, atau non-asn.',
  'problem.document-unknown':
    'Jenis dokumen “{document}” tidak dikenal. Pakai salah satu kunci dokumen dari SOP.',
  'problem.attachment-shape':
    'Lampiran “{typed}” tidak dapat dibaca. Tulis dokumen=berkas, dipisahkan titik koma.',
  'problem.attachment-path-missing': 'Nama berkas lampiran belum ditulis.',
  'problem.attachment-missing':
    'Berkas “{path}” tidak ditemukan. Letakkan di folder berkas impor, lalu impor lagi.',
  'problem.attachment-outside':
    'Berkas “{path}” berada di luar folder berkas impor. Pindahkan ke dalamnya, lalu impor lagi.',
  'problem.duplicate-open-request':
    'Pemohon ini masih mempunyai permohonan terbuka {registerNumber}. Selesaikan atau batalkan yang itu, atau catat di loket.',
  'problem.already-imported': 'Baris ini sudah pernah diimpor sebagai {registerNumber}.',

  'problem.file-unreadable':
    'Berkas tidak dapat dibaca; mungkin dipindahkan, dihapus, atau sedang dipakai program lain. Pilih lagi.',
  'problem.file-empty': 'Berkas kosong (0 bita). Pindai atau simpan ulang, lalu pilih lagi.',
  'problem.file-too-large':
    'Berkas lebih besar dari 60 MB. Pindai ulang dengan resolusi lebih rendah (200–300 dpi), lalu pilih lagi.',
  'problem.file-not-pdf-or-picture':
    'Isi berkas bukan PDF, JPEG, atau PNG. Pindai atau simpan sebagai PDF, lalu pilih lagi.',
  'problem.file-damaged':
    'Berkas terpotong atau rusak. Tunggu sampai pemindaian selesai, atau pindai ulang.',

  'problem.file-not-json':
    'Berkas tidak dapat dibaca sebagai JSON; kesalahannya di sekitar baris {line}. Perbaiki, lalu impor lagi.',
  'problem.file-not-list': 'Berkas impor harus berisi daftar JSON, dalam kurung siku.',
  'problem.csv-quote-open':
    'Tanda kutip yang dibuka pada baris {line} tidak ditutup. Perbaiki, lalu impor lagi.',
  'problem.csv-no-header': 'Berkas kosong. Baris pertama harus berisi nama kolom.',
  'problem.csv-columns-unknown':
    'Nama kolom tidak dikenal. Baris pertama harus memuat sop, applicant.nik, dan seterusnya.',
} as const;
