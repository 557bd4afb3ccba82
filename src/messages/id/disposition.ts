/** The list of requests that wait for a disposition. */
export const dispositionMessages = {
  'disposition.count': '{count} permohonan menunggu disposisi',
  'disposition.column.sheet': 'Lembar disposisi',
  'disposition.print': 'Cetak lembar disposisi',
  'disposition.noSheet': 'Permohonan ini belum mempunyai lembar disposisi',
  'disposition.noSheetText':
    'Langkah yang terbuka sekarang tidak membuatnya. Buka permohonannya untuk melihat langkah itu.',
  'disposition.empty': 'Tidak ada yang menunggu disposisi',
  'disposition.emptyText':
    'Permohonan muncul di sini begitu suratnya ditandatangani dan langkah disposisinya terbuka.',
} as const;
