/** The first screen: open requests, drafts of mine, how the records were found. */
export const counterMessages = {
  'counter.list': 'Permohonan terbuka',
  'counter.open': '{count} permohonan terbuka, yang paling lama menunggu di atas',
  'counter.column.step': 'Langkah berikutnya',
  'counter.column.actor': 'Ada pada',
  'counter.column.since': 'Sejak',
  'counter.column.queue': 'Antrean kirim',
  'counter.empty': 'Tidak ada permohonan terbuka',
  'counter.emptyText':
    'Catat pemohon yang datang di loket; permohonannya muncul di sini sampai langkah SOP terakhir selesai.',
  'counter.emptyAction': 'Catat permohonan',
  'counter.drafts.intake': '{count} draf belum dicatat: {name}, tersimpan {time}',
  'counter.drafts.correction': '{count} draf belum dicatat: koreksi {name}, tersimpan {time}',
  'counter.drafts.continue': 'Lanjutkan',
  'counter.notice.read': 'Sudah dibaca',
  'counter.notice.torn-tail-set-aside': 'Satu catatan terpotong dan disisihkan',
  'counter.notice.chain-broken': 'Jurnal tidak utuh',
  'counter.notice.rebuilt-from-journal': 'Basis data disusun ulang dari jurnal',
  'counter.notice.caught-up': 'Catatan terakhir dipulihkan dari jurnal',
  'counter.notice.newer-records-set-aside': 'Ada catatan yang belum dapat ditampilkan',
  'counter.notice.returned-to-journal': 'Jurnal dilengkapi dari basis data',
  'counter.notice.journal-not-read': 'Jurnal tidak dapat dibaca',
} as const;
