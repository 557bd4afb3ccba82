/** Duties under UU 27/2022 (PDP): the notice, its legal basis, and a NIK that is not open. */
export const privacyMessages = {
  'nik.masked': 'NIK tertutup, empat angka terakhir {last}',
  'nik.reveal': 'Tampilkan NIK',
  'nik.hide': 'Tutup NIK',
  'nik.revealHint': 'Dicatat dalam jejak audit; tertutup lagi setelah 30 detik',
  'nik.edit': 'Tampilkan dan ubah NIK',
  'nik.changed': 'NIK pemohon diubah:',
  'nik.before': 'NIK sebelum koreksi',
  'nik.after': 'NIK sesudah koreksi',
} as const;
