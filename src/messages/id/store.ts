/**
 * What was found when the records were opened (StoreNotice), and why a command was refused
 * (Refusal, OfficeRefusal). Failures to record are in `failures`.
 */
export const storeMessages = {
  'store.notice.torn-tail-set-aside':
    'Catatan terakhir terpotong saat komputer mati mendadak, sebelum sempat dinyatakan tersimpan. Periksa entri terakhir; bila tidak ada, catat lagi.',
  'store.notice.chain-broken':
    'Jurnal pada berkas {file} baris {line} tidak cocok dengan baris sebelumnya: berkasnya pernah diubah. Semua catatan tetap ditampilkan; laporkan kepada pengelola aplikasi.',
  'store.notice.rebuilt-from-journal':
    'Basis data di komputer ini hilang atau rusak, dan sudah disusun ulang dari jurnal ({records} catatan). Tidak ada catatan yang hilang; pengajuan yang belum selesai diperiksa dahulu sebelum dikirim.',
  'store.notice.caught-up':
    '{records} catatan dari jurnal belum masuk saat Loket SE terakhir ditutup; sekarang sudah ditampilkan.',
  'store.notice.newer-records-set-aside':
    '{records} catatan ditulis oleh Loket SE versi lebih baru atau rusak. Catatan itu disimpan tetapi belum dapat ditampilkan. Perbarui Loket SE di komputer ini.',
  'store.notice.returned-to-journal':
    'Berkas jurnal ternyata salinan lama. {records} catatan yang hanya ada di basis data sudah ditulis kembali ke jurnal. Periksa nomor register terbaru.',
  'store.notice.journal-not-read':
    'Jurnal tidak dapat dibaca. Catatan yang ada dapat dilihat, tetapi yang baru belum dapat disimpan. Tutup dan buka lagi Loket SE; bila tetap begitu, hubungi pengelola aplikasi.',

  'refusal.fields-refused': 'Ada isian yang belum benar. Perbaiki isian yang ditandai.',
  'refusal.request-exists': 'Permohonan ini sudah tercatat. Buka dari register.',
  'refusal.request-unknown': 'Permohonan ini tidak ditemukan di komputer ini.',
  'refusal.request-ended': 'Permohonan ini sudah selesai atau dibatalkan, jadi tidak diubah lagi.',
  'refusal.already-imported': 'Baris ini sudah pernah diimpor sebagai {registerNumber}.',
  'refusal.arrival-unreadable': 'Waktu kedatangan tidak dapat dibaca. Isi tanggal dan jamnya.',
  'refusal.reason-missing': 'Alasannya belum ditulis. Tulis alasannya, lalu simpan lagi.',
  'refusal.document-unknown':
    'Dokumen “{document}” tidak ada dalam SOP ini. Pilih dokumen dari daftar.',
  'refusal.attachment-unknown': 'Lampiran ini sudah tidak ada. Buka lagi halaman permohonan.',
  'refusal.letter-not-final':
    'Surat itu belum final, jadi cetakannya tidak dicatat. Terbitkan dahulu.',
  'refusal.copies-invalid': 'Jumlah rangkap harus 1 sampai 20. Perbaiki, lalu cetak lagi.',
  'refusal.letter-unknown': 'Surat “{letter}” tidak ada dalam SOP ini.',
  'refusal.letter-final': 'Surat ini sudah final dan tidak diubah lagi.',
  'refusal.number-taken':
    'Nomor ini baru saja dipakai surat lain. Buat lagi dengan nomor berikutnya.',
  'refusal.step-not-open':
    'Langkah ini sedang tidak terbuka. Kerjakan langkah yang terbuka dahulu.',
  'refusal.step-is-submission':
    'Langkah ini selesai dengan sendirinya ketika tanda terima pengajuan datang.',
  'refusal.step-knows-no-refusal': 'SOP tidak mengenal penolakan pada langkah ini.',
  'refusal.step-not-optional': 'SOP tidak membolehkan langkah ini dilewati.',
  'refusal.person-needed': 'Langkah SOP hanya diputuskan oleh orang, tidak oleh program.',
  'refusal.account-inactive':
    'Akun Anda tidak aktif lagi, jadi tidak ada yang dicatat. Hubungi administrator kantor.',
  'refusal.step-paused-already': 'Waktu langkah ini sudah dijeda.',
  'refusal.step-not-paused': 'Waktu langkah ini tidak sedang dijeda.',
  'refusal.step-is-disposition':
    'Langkah ini selesai dengan disposisi. Catat isi disposisinya, bukan langkahnya.',
  'refusal.step-no-disposition':
    'Langkah yang terbuka bukan disposisi. Muat ulang halaman untuk melihat langkah sekarang.',
  'refusal.disposition-nobody': 'Penerima disposisi belum ditulis. Isi nama atau jabatannya.',
  'refusal.disposition-from-nobody':
    'Pejabat yang menulis disposisi belum diisi. Isi nama atau jabatannya.',
  'refusal.disposition-to-holder': 'Disposisi ini sudah pada pejabat itu. Pilih pejabat lain.',
  'refusal.disposition-blank':
    'Disposisi belum berisi perintah. Centang sekurangnya satu, atau tulis catatan.',
  'refusal.disposition-date-invalid':
    'Tanggal disposisi atau batas waktunya bukan tanggal yang ada. Perbaiki, lalu catat lagi.',
  'refusal.disposition-date-ahead':
    'Tanggal pada lembar belum tiba. Periksa tanggalnya, lalu catat lagi.',
  'refusal.disposition-deadline-early':
    'Batas waktu mendahului tanggal pada lembar. Perbaiki salah satunya.',
  'refusal.disposition-no-way-back':
    'Disposisi ini langkah pertama SOP, jadi tidak ada tempat untuk mengembalikannya.',
  'refusal.documents-missing': 'Dokumen belum lengkap: {documents}. Lampirkan dahulu.',
  'refusal.letters-not-printed':
    'Surat belum dicatat tercetak dengan benar: {letters}. Cetak dahulu.',
  'refusal.letters-not-issued': 'Surat belum final: {letters}. Terbitkan dahulu.',
  'refusal.submission-too-early':
    'Belum waktunya dikirim. Selesaikan dahulu langkah-langkah sebelum pengajuan.',
  'refusal.submission-waiting': 'Pengajuan permohonan ini sudah ada di antrean kirim.',
  'refusal.submission-unknown': 'Pengajuan ini tidak ditemukan pada permohonan.',
  'refusal.submission-ended': 'Pengajuan ini sudah diterima atau dibatalkan.',
  'refusal.office-not-set-up': 'Data kantor belum diisi. Isi dahulu di Pengaturan.',
  'refusal.sop-not-installed':
    'SOP “{sop}” dalam versi yang dipakai permohonan ini belum terpasang. Perbarui Loket SE.',

  'refusal.office.profile-incomplete':
    'Data kantor belum lengkap atau belum benar. Periksa isian di Pengaturan; nama isiannya ada di Rincian.',
  'refusal.office.staff-name-missing': 'Nama petugas belum ditulis.',
  'refusal.office.staff-name-taken':
    'Sudah ada petugas dengan nama ini. Tambahkan pembeda pada namanya.',
  'refusal.office.staff-unknown': 'Petugas ini sudah tidak aktif. Muat ulang daftar petugas.',
  'refusal.office.last-administrator':
    'Kantor harus mempunyai sekurangnya satu administrator yang aktif. Beri peran itu kepada petugas lain dahulu.',
  'refusal.office.sop-is-preset': 'Kode SOP ini milik SOP bawaan. Beri kode lain pada salinannya.',
  'refusal.office.sop-version-taken':
    'Versi lain sudah diterbitkan. Terbitkan lagi; versinya menjadi {next}.',
  'refusal.office.sop-refused':
    'SOP belum dapat diterbitkan: {count} kesalahan. Perbaiki yang ditandai, lalu terbitkan lagi.',
} as const;
