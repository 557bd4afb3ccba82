/** What is written in an editor and kept as a draft: an SOP, the text of a paper. */
export const sheetMessages = {
  'sheet.undo': 'Urungkan',
  'sheet.redo': 'Ulangi',
  'sheet.nothingToUndo': 'Belum ada perubahan yang dapat diurungkan',
  'sheet.nothingToRedo': 'Tidak ada perubahan yang dapat diulangi',
  'sheet.draft.untouched': 'Perubahan disimpan sendiri sebagai draf',
  'sheet.draft.keeping': 'Menyimpan draf…',
  'sheet.draft.kept': 'Draf tersimpan {time}',
  'sheet.draft.failed': 'Draf belum tersimpan',
  'sheet.draft.failedTitle': 'Perubahan ini baru ada di layar: draf tidak dapat disimpan',
  'sheet.draft.failedText':
    'Jangan tutup layar ini. Kosongkan ruang disk, lalu ubah satu isian supaya dicoba lagi.',
  'sheet.up': 'Naikkan',
  'sheet.down': 'Turunkan',
  'sheet.upNamed': 'Naikkan {name}',
  'sheet.downNamed': 'Turunkan {name}',
  'sheet.remove': 'Hapus',
  'sheet.removeNamed': 'Hapus {name}',
  'sheet.removed': '{name} dihapus',
} as const;
