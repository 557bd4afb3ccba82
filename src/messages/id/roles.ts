/** Roles of staff, what each may do, and the sentences where somebody may not. */
export const roleMessages = {
  'role.front-desk': 'petugas loket',
  'role.verifier': 'verifikator',
  'role.official': 'pejabat',
  'role.administrator': 'administrator',
  'role.front-desk.text':
    'Mencatat permohonan, melampirkan dokumen, membuat surat, mencatat disposisi dari kertas, mengirim.',
  'role.verifier.text': 'Memeriksa, mengirim, memastikan hasil, menolak bila tidak sesuai.',
  'role.official.text': 'Menulis disposisi sendiri, menandatangani, membaca.',
  'role.administrator.text': 'Mengatur petugas, pengaturan, SOP, cadangan, dan jejak.',
  'role.none': 'tanpa peran, hanya melihat',
  'role.two': '{first} atau {last}',
  'role.several': '{first}, atau {last}',

  'permission.only': 'Hanya {roles} yang boleh melakukan ini.',
  'permission.program': 'Hal ini hanya dicatat oleh program sendiri.',
  'permission.inactive': 'Akun Anda tidak aktif lagi.',
  'permission.refused': 'Belum dicatat: peran Anda tidak mencakup pekerjaan ini.',
  'permission.refusedText':
    'Yang boleh: {roles}. Minta salah satunya mengerjakan, atau minta administrator menambah peran Anda di Pengaturan, Petugas.',
  'permission.notYours': 'Peran Anda tidak mencakup pekerjaan ini.',
  'permission.notYoursText':
    'Yang boleh mencatat: {roles}. Isian tetap tersimpan sebagai draf Anda, tetapi tidak akan tercatat.',
  'permission.settings': 'Pengaturan hanya dapat dilihat.',
  'permission.settingsText': 'Yang boleh mengubahnya: {roles}.',
  'permission.step': '{action} ({roles})',
} as const;
