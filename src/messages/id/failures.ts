/** Why something was not recorded, and what to do. Codes: ServiceError and CommandFailure. */
export const failureMessages = {
  'failure.disk-full.title': 'Belum tersimpan: penyimpanan komputer penuh',
  'failure.disk-full.text':
    'Hapus atau pindahkan berkas lain dari komputer ini, lalu simpan lagi. Yang diketik tetap ada di layar ini.',
  'failure.disk-failed.title': 'Belum tersimpan: penyimpanan komputer menolak',
  'failure.disk-failed.text':
    'Periksa apakah penyimpanan komputer penuh, lalu simpan lagi. Bila tetap gagal, hubungi pengelola komputer: folder data mungkin tidak boleh ditulis. Yang diketik tetap ada di layar ini.',
  'failure.journal-moved.title': 'Belum tersimpan: ada catatan baru dari jendela lain',
  'failure.journal-moved.text': 'Simpan lagi; catatan terbaru dibaca lebih dahulu.',
  'failure.shell-gone.title': 'Belum tersimpan: program Loket SE sudah berhenti',
  'failure.shell-gone.text':
    'Buka lagi Loket SE dari menu komputer. Isian terakhir ada di draf dan ditawarkan kembali.',
  'failure.vault-locked.title': 'Belum tersimpan: data kantor masih terkunci',
  'failure.vault-locked.text':
    'Masuk lagi dengan frasa sandi Anda, lalu simpan lagi. Isian terakhir ada di draf dan ditawarkan kembali.',
  'failure.not-permitted.title': 'Tidak dilakukan: akun Anda tidak berwenang',
  'failure.not-permitted.text':
    'Minta administrator kantor melakukannya, atau minta peran yang sesuai di Pengaturan.',
  'failure.damaged.title': 'Belum tersimpan: ada berkas catatan yang rusak',
  'failure.damaged.text':
    'Tutup dan buka lagi Loket SE supaya catatan diperiksa. Bila tetap gagal, hubungi pengelola aplikasi.',
  'failure.program.title': 'Belum tersimpan karena kesalahan program',
  'failure.program.text':
    'Simpan lagi. Bila tetap gagal, salin rinciannya untuk pengelola aplikasi. Yang diketik tetap ada di layar ini.',
  'failure.recorded-not-shown.title': 'Sudah tercatat, tetapi belum dapat ditampilkan',
  'failure.recorded-not-shown.text':
    'Catatan aman di jurnal. Tutup dan buka lagi Loket SE supaya muncul; jangan dicatat dua kali.',
  'failure.newer-version-needed.title':
    'Belum tersimpan: catatan ini ditulis oleh Loket SE versi lebih baru',
  'failure.newer-version-needed.text':
    'Perbarui Loket SE di komputer ini, lalu simpan lagi. Yang diketik tetap ada di layar ini.',
  'failure.not-the-active-window.title': 'Belum tersimpan: Loket SE terbuka di jendela lain',
  'failure.not-the-active-window.text':
    'Tutup jendela yang lain atau bekerja di sana. Yang diketik tetap ada di layar ini.',
} as const;
