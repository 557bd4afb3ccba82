/** Why a letter could not be made, and what helps. Codes: src/domain/letters/letter-error.ts. */
export const letterMessages = {
  'letter.placeholder-unknown':
    'Templat surat memakai isian “{placeholder}” yang tidak dikenal. Laporkan kepada pengelola aplikasi.',
  'letter.placeholder-empty':
    'Surat belum dapat dibuat: {field} masih kosong. Lengkapi isian itu, lalu buat suratnya lagi.',
  'letter.glyph-missing':
    'Huruf “{character}” ({codePoint}) tidak ada dalam huruf cetak surat. Ganti dengan huruf lain, lalu buat suratnya lagi.',
  'letter.logo-unreadable':
    'Berkas logo kantor tidak dapat dibaca. Pasang logo PNG atau JPEG yang baru di Pengaturan.',
  'letter.page-too-small':
    'Batas tepi halaman terlalu lebar sehingga tidak ada tempat untuk isi surat. Perkecil batas tepi di Pengaturan.',
  'letter.fonts-unavailable':
    'Huruf cetak surat tidak dapat dimuat. Tutup dan buka lagi aplikasi; bila tetap gagal, pasang ulang.',
  'letter.renderer-closed': 'Pembuatan surat dihentikan. Buat suratnya lagi.',
  'letter.renderer-failed':
    'Surat tidak dapat dibuat karena kesalahan program. Data permohonan tidak berubah; coba lagi.',

  'letter.field.applicant.name': 'nama pemohon',
  'letter.field.applicant.nik': 'NIK pemohon',
  'letter.field.applicant.nip': 'NIP pemohon',
  'letter.field.applicant.rank': 'pangkat/golongan pemohon',
  'letter.field.applicant.position': 'jabatan pemohon',
  'letter.field.applicant.unit': 'unit kerja pemohon',
  'letter.field.applicant.unit-capitals': 'unit kerja pemohon',
  'letter.field.applicant.email': 'alamat pos-el pemohon',
  'letter.field.applicant.phone': 'nomor telepon pemohon',
  'letter.field.superior.name': 'nama atasan',
  'letter.field.superior.nip': 'NIP atasan',
  'letter.field.superior.rank': 'pangkat/golongan atasan',
  'letter.field.superior.position': 'jabatan atasan',
  'letter.field.certificate.serial-number': 'nomor seri sertifikat',
  'letter.field.certificate.not-after': 'masa berlaku sertifikat',
  'letter.field.certificate.subject-dn': 'nama subjek sertifikat',
  'letter.field.reason.label': 'alasan pencabutan',
  'letter.field.reason.letter-text': 'alasan pencabutan',
  'letter.field.reason.sentence': 'alasan pencabutan',
  'letter.field.reason.note': 'penjelasan alasan',
  'letter.field.service.name': 'layanan',
  'letter.field.register.number': 'nomor agenda',
  'letter.field.register.received-on': 'tanggal diterima',
  'letter.field.letter.number': 'nomor surat',
  'letter.field.letter.date': 'tanggal surat',
  'letter.field.incoming.number': 'nomor surat permohonan',
  'letter.field.incoming.date': 'tanggal surat permohonan',
  'letter.field.office.government': 'nama pemerintah daerah (Pengaturan)',
  'letter.field.office.name': 'nama perangkat daerah (Pengaturan)',
  'letter.field.office.name-capitals': 'nama perangkat daerah (Pengaturan)',
  'letter.field.office.head': 'jabatan kepala perangkat daerah (Pengaturan)',
  'letter.field.office.address': 'alamat kantor (Pengaturan)',
  'letter.field.office.postal-code': 'kode pos kantor (Pengaturan)',
  'letter.field.office.phone': 'telepon kantor (Pengaturan)',
  'letter.field.office.email': 'pos-el kantor (Pengaturan)',
  'letter.field.office.website': 'laman kantor (Pengaturan)',
  'letter.field.office.place': 'nama tempat untuk tanggal surat (Pengaturan)',
  'letter.field.official': 'data pejabat (Pengaturan)',
} as const;
