/** What the shell says outside the page: in its console, and in a window of the system. */
export const shellMessages = {
  'shell.title': 'Loket SE',
  'shell.portTaken':
    'Loket SE tidak dapat dibuka: port {port} di komputer ini sedang dipakai program lain. Tutup program itu, lalu buka Loket SE lagi.',
  'shell.notAnswering':
    'Loket SE tampaknya masih berjalan (proses {pid}) tetapi tidak menjawab. Akhiri proses itu atau nyalakan ulang komputer, lalu buka Loket SE lagi.',
  'shell.openInElectron':
    'Loket SE sudah terbuka sebagai program Electron (proses {pid}). Pakai jendela yang sudah ada itu.',
  'shell.openInBrowser':
    'Loket SE sudah terbuka di jendela peramban. Pakai jendela itu, atau tutup dahulu.',
  'shell.broughtToFront': 'Loket SE sudah terbuka; jendelanya ditampilkan.',
  'shell.notBuilt': 'Tampilan Loket SE belum dibangun. Jalankan dahulu: npm run build',
  'shell.startFailed':
    'Loket SE tidak dapat dibuka ({code}). Periksa apakah folder data {folder} ada dan boleh ditulis, lalu buka lagi; bila tetap gagal, pasang ulang Loket SE. Catatan di folder data tidak hilang.',
  'shell.dataFolderFailed': 'Folder data {folder} tidak dapat dipakai ({code}).',
  'shell.noBrowser':
    'Chromium, Chrome, atau Edge tidak ditemukan di komputer ini. Pasang salah satunya, atau sebutkan letaknya dalam LOKET_BROWSER.',
  'shell.noDisplay': 'Tidak ada layar; Loket SE berjalan tanpa membuka jendela.',
  'shell.openAddress':
    'Buka alamat ini di Chromium, Chrome, atau Edge pada komputer ini (sekali pakai, berlaku {minutes} menit):',
  'shell.stopHint': 'Tekan Ctrl+C untuk berhenti.',
  'shell.noSandbox':
    'Peringatan: dijalankan sebagai root, sehingga peramban dibuka tanpa sandbox. Jalankan sebagai pengguna biasa di kantor.',
  'shell.backupReadme': `Cadangan Loket SE

Folder ini berisi cadangan catatan satu kantor. Jangan diubah, dipindahkan sebagian, atau dihapus.
Isinya tersandi; membukanya memerlukan kunci pemulihan yang dicetak saat pemasangan.

Memulihkan: pasang Loket SE di komputer, buka, pilih "Pulihkan dari cadangan", lalu tunjuk folder
tempat loket-se-backup ini berada. Bila Loket SE sudah dipakai: Pengaturan, bagian Cadangan.

Isi folder:
  snapshots  daftar isi setiap cadangan, satu berkas JSON tiap cadangan, dinamai menurut waktu UTC
  objects    isi berkas, dinamai menurut SHA-256-nya
  vault      kunci yang tersandi, dipakai bersama oleh semua cadangan

Tanpa Loket SE: untuk setiap "entries" dalam snapshots, gabungkan "objects" menurut urutannya dan
simpan di "path"-nya dalam folder data baru; salin keyring.json dan subject-keys.jsonl dari vault
ke folder vault di sana. Petunjuk lengkap: docs/backup.md dalam sumber Loket SE.`,
  'shell.browserFailed': 'Jendela tidak dapat dibuka dengan {browser} ({code}).',
  'shell.stopped': 'Loket SE berhenti.',
  'shell.refusedPage':
    'Halaman ini hanya dapat dibuka oleh Loket SE sendiri. Tutup halaman ini dan buka Loket SE dari ikonnya atau dengan npm start.',
} as const;
