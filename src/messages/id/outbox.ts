/** Words of the outbox: states, reasons and buttons of a job, and what the whole queue waits for. */
export const outboxMessages = {
  'outbox.state.ready': 'Siap dikirim',
  'outbox.state.waitingLine': 'Menunggu koneksi sejak {time}',
  'outbox.state.waitingGateway': 'Menunggu: gateway belum diatur',
  'outbox.state.waitingCredentials': 'Menunggu: token gateway ditolak',
  'outbox.state.sendingFiles': 'Mengirim berkas {sent} dari {total}',
  'outbox.state.sending': 'Mengirim data',
  'outbox.state.awaitingReceipt': 'Terkirim, menunggu tanda terima; ditanyakan lagi pukul {time}',
  'outbox.state.willRetry': 'Dicoba lagi pukul {time} (percobaan {attempt})',
  'outbox.state.outcomeUnknown': 'Hasil belum diketahui; diperiksa dulu pukul {time}',
  'outbox.state.needsAction': 'Perlu tindakan: {reason}',
  'outbox.state.held': 'Ditahan sejak {time}',
  'outbox.state.done': 'Diterima gateway pukul {time}',
  'outbox.state.cancelled': 'Dibatalkan pukul {time}',

  'outbox.reason.queued': 'masuk antrean',
  'outbox.reason.lineDown': 'koneksi ke gateway terputus',
  'outbox.reason.serverBusy': 'gateway sedang sibuk',
  'outbox.reason.credentials': 'token gateway ditolak',
  'outbox.reason.replyLost': 'data sudah berangkat, jawaban gateway tidak sampai',
  'outbox.reason.interrupted': 'pengiriman terputus di komputer ini',
  'outbox.reason.rebuilt': 'antrean dipulihkan dari jurnal',
  'outbox.reason.checkedNotThere': 'sudah diperiksa: belum ada di gateway',
  'outbox.reason.askedByPerson': 'diminta oleh petugas',
  'outbox.reason.heldByPerson': 'ditahan oleh petugas',
  'outbox.reason.differentContent':
    'gateway sudah menyimpan isi lain dengan nomor yang sama; hubungi pengelola gateway',
  'outbox.reason.refused': 'gateway menolak isian; periksa kolom yang disebut di Rincian',
  'outbox.reason.fileTooLarge': 'berkas ditolak karena terlalu besar',
  'outbox.reason.fileTooLargeLimit': 'berkas ditolak karena lebih dari {limit}',
  'outbox.reason.fileUnsupported': 'jenis berkas tidak diterima gateway',
  'outbox.reason.localFileMissing': 'berkas hilang atau rusak di komputer ini; lampirkan lagi',
  'outbox.reason.filesNotAccepted':
    'gateway tetap menyatakan berkas belum diterima; hubungi pengelola gateway',
  'outbox.reason.unreadableJob': 'data pengajuan tidak dapat dibaca; hubungi pengelola aplikasi',

  'outbox.button.retry': 'Coba lagi sekarang',
  'outbox.button.hold': 'Tahan',
  'outbox.button.release': 'Lepaskan',
  'outbox.button.cancel': 'Batalkan pengajuan',
  'outbox.button.show': 'Lihat rincian',
  'outbox.button.export': 'Simpan sebagai ZIP',

  'outbox.line.credentials':
    'Antrean berhenti: token gateway ditolak. Perbarui token di Pengaturan.',
  'outbox.line.clock':
    'Jam komputer ini berselisih {minutes} menit dengan gateway. Perbaiki jamnya.',
} as const;
