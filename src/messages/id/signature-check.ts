/** Checking the signatures of any PDF: the verdict in plain words, then what it rests on. */
export const signatureCheckMessages = {
  'frame.check': 'Periksa PDF',
  'check.title': 'Periksa tanda tangan PDF',
  'check.drop': 'PDF yang akan diperiksa',
  'check.dropHint':
    'Satu PDF, paling besar 60 MB. Diperiksa di komputer ini, juga tanpa jaringan; berkasnya tidak disimpan.',
  'check.another': 'Periksa berkas lain',
  'check.working': 'Memeriksa tanda tangan…',
  'check.tooLarge': 'Berkas lebih besar dari 60 MB, jadi tidak diperiksa.',
  'check.gone': 'Berkas tidak dapat dibaca. Mungkin dipindah atau dihapus; pilih lagi.',

  'check.verdict.valid': 'Tanda tangan sah, isinya utuh',
  'check.verdict.broken': 'Tanda tangan tidak cocok dengan isi berkas',
  'check.verdict.changed': 'Isi berkas diubah setelah ditandatangani',
  'check.verdict.untrusted': 'Sertifikat penanda tangan tidak dipercaya',
  'check.verdict.unknown': 'Belum semua dapat diperiksa',
  'check.verdict.no-signature': 'Berkas ini tidak bertanda tangan elektronik',
  'check.verdict.not-checked': 'Berkas ini tidak dapat diperiksa dalam batas waktu',
  'check.verdict.unreadable': 'Berkas ini tidak dapat diperiksa',
  'check.advice.valid': 'Berkas dapat diterima sebagai dokumen bertanda tangan elektronik.',
  'check.advice.broken':
    'Jangan terima berkas ini sebagai bukti. Minta berkas asli dari penanda tangan, yang belum dibuka dan disimpan ulang dengan program lain.',
  'check.advice.changed':
    'Jangan terima berkas ini sebelum perubahannya dijelaskan. Minta berkas asli, atau versi yang ditandatangani lagi.',
  'check.advice.untrusted':
    'Jangan terima berkas ini. Alasannya ada di bawah; tanyakan kepada penanda tangan atau penerbit sertifikat.',
  'check.advice.unknown':
    'Ini bukan berarti tanda tangannya palsu. Lihat di bawah apa yang belum dapat diperiksa dan sebabnya.',
  'check.advice.no-signature':
    'Gambar atau pindaian tanda tangan basah bukan tanda tangan elektronik. Untuk itu diperlukan berkas PDF asli dari penanda tangan.',
  'check.advice.not-checked':
    'Berkasnya terlalu rumit, atau dibuat untuk menyibukkan pemeriksa. Jangan anggap sah dan jangan anggap palsu; minta berkas aslinya, atau periksa lewat ESC.',
  'check.advice.unreadable':
    'Berkas ini bukan PDF, rusak, atau terkunci kata sandi. Minta berkas aslinya lagi; hasil cetak, foto, dan tangkapan layar tidak dapat diperiksa.',
  'check.facts.count': '{count} tanda tangan',

  'check.badge.valid': 'Sah',
  'check.badge.broken': 'Tidak cocok',
  'check.badge.changed': 'Diubah',
  'check.badge.untrusted': 'Tidak dipercaya',
  'check.badge.unknown': 'Tidak dapat diperiksa',

  'check.signature': 'Tanda tangan {number}: {name}',
  'check.stampSignature': 'Stempel waktu dokumen {number}: {name}',
  'check.nobody': 'penanda tangan tidak diketahui',
  'check.by.stamped':
    'Ditandatangani oleh {name} pada {time}; waktunya dijamin stempel waktu {authority}.',
  'check.by.stampUnsure':
    'Ditandatangani oleh {name} pada {time} menurut stempel waktu yang belum dapat diperiksa.',
  'check.by.claimed':
    'Ditandatangani oleh {name} pada {time} menurut komputer penanda tangan; waktu ini tidak dijamin siapa pun.',
  'check.by.noTime': 'Ditandatangani oleh {name}, tanpa keterangan waktu.',
  'check.by.stamp': 'Stempel waktu dari {name}: dokumen sudah ada dalam bentuk ini pada {time}.',

  'check.changes.nothing': 'Isinya tidak berubah sejak itu.',
  'check.changes.signatures':
    'Sejak itu hanya ditambahkan tanda tangan atau bukti; isinya tidak berubah.',
  'check.changes.forms':
    'Sejak itu isian formulir atau catatan ditambahkan; lainnya tidak berubah.',
  'check.changes.content': 'Sejak itu isinya diubah.',
  'check.changes.unreadable': 'Apakah isinya diubah sejak itu tidak dapat diperiksa.',
  'check.changes.broken': 'Tidak dapat dinilai: isi berkas sendiri bukan yang ditandatangani.',
  'check.changes.encrypted':
    'Berkas ini terkunci (terenkripsi), jadi apakah isinya diubah sejak itu tidak dapat diperiksa.',
  'check.changes.notKept': 'Perubahan itu melanggar yang diizinkan penanda tangan pertama.',
  'check.integrity.ok': 'Utuh: isi sama dengan yang ditandatangani',
  'check.integrity.weak':
    'Cocok, tetapi dengan cara lama (SHA-1 atau MD5) yang dapat dipalsukan; tidak cukup sebagai bukti',
  'check.integrity.broken': 'Isi berkas tidak sama dengan yang ditandatangani.',
  'check.integrity.not-checked':
    'Keutuhannya tidak dapat diperiksa: cara tanda tangannya tidak dikenal program ini.',
  'check.trust.trusted': 'Sertifikatnya dipercaya: rantainya sampai ke {root}.',
  'check.trust.unknown': 'Sertifikatnya tidak dapat diperiksa: {reasons}.',
  'check.trust.untrusted': 'Sertifikatnya tidak dipercaya: {reasons}.',

  'check.reason.issuer-missing': 'sertifikat penerbitnya belum diimpor kantor ini',
  'check.reason.root-not-trusted': 'otoritas induknya belum diimpor kantor ini',
  'check.reason.signature-broken': 'tanda tangan penerbit pada sertifikat tidak cocok',
  'check.reason.signature-not-checked': 'tanda tangan penerbitnya memakai cara yang tidak dikenal',
  'check.reason.issuer-no-authority': 'penerbitnya tidak berhak menerbitkan sertifikat',
  'check.reason.expired':
    'masa berlakunya sudah lewat, dan tanpa stempel waktu tidak terbukti ditandatangani sebelum itu',
  'check.reason.expiredThen': 'masa berlakunya sudah lewat saat menandatangani',
  'check.reason.not-yet-valid': 'masa berlakunya belum mulai',
  'check.reason.name-constraints':
    'otoritas di atasnya dibatasi pada nama tertentu, dan itu tidak diperiksa di sini',
  'check.reason.unknown-critical': 'ada syarat wajib di sertifikat yang tidak dikenal program ini',
  'check.reason.weak-signature': 'rantainya memakai cara lama yang dapat dipalsukan',
  'check.reason.too-long': 'rantainya terlalu panjang',
  'check.reason.revoked': 'sertifikatnya dicabut',
  'check.reason.revoked-later': 'sertifikatnya dicabut, tetapi sesudah ditandatangani',
  'check.reason.issuer-revoked': 'sertifikat penerbitnya dicabut',
  'check.reason.revocation-unknown':
    'tidak ada daftar pencabutan atau jawaban OCSP yang masih berlaku',
  'check.reason.certificate-missing': 'sertifikatnya tidak ada di dalam berkas',
  'check.reason.not-intact': 'tanda tangannya tidak cocok dengan isi',
  'check.reason.not-checked': 'tanda tangannya sendiri tidak dapat diperiksa',
  'check.reason.key-usage': 'sertifikat ini bukan untuk menandatangani dokumen',
  'check.reason.other': 'alasan lain ({code})',
  'check.importAuthority': 'Buka otoritas sertifikat',

  'check.details': 'Rincian tanda tangan {number}',
  'check.label.signer': 'Penanda tangan',
  'check.label.claimedName': 'Nama yang ditulis di berkas',
  'check.label.claimedAt': 'Waktu menurut penanda tangan',
  'check.label.stampedAt': 'Waktu menurut stempel waktu',
  'check.label.integrity': 'Keutuhan',
  'check.label.changes': 'Perubahan sesudahnya',
  'check.label.covers': 'Bagian yang ditandatangani',
  'check.label.certification': 'Izin perubahan',
  'check.label.reason': 'Alasan',
  'check.label.location': 'Tempat',
  'check.label.field': 'Nama bidang',
  'check.label.format': 'Format',
  'check.label.bound': 'Sertifikat terikat pada tanda tangan',
  'check.label.chain': 'Rantai penerbit',
  'check.label.revocation': 'Bukti pencabutan',
  'check.none': 'tidak ada',
  'check.yes': 'Ya',
  'check.no': 'Tidak',
  'check.stamp.trusted': '{time}, dari {authority}',
  'check.stamp.unknown': '{time}, dari {authority}; stempelnya tidak dapat diperiksa',
  'check.stamp.bad': '{time}, dari {authority}; stempelnya tidak dapat dipercaya',
  'check.covers.whole': 'Seluruh berkas',
  'check.covers.revision': '{bytes} pertama dari {total}',
  'check.certification.kept': 'Dibatasi (tingkat {level}) dan dipatuhi',
  'check.certification.broken': 'Dibatasi (tingkat {level}) dan dilanggar',

  'check.esc.title': 'Menurut ESC',
  'check.esc.text':
    'Esign Client Service kantor dapat memeriksa berkas yang sama. Berkas dikirim ke {host}; jawabannya dapat sampai 2 menit.',
  'check.esc.ask': 'Periksa juga di ESC',
  'check.esc.waiting': 'Menunggu jawaban ESC, paling lama {time}. Anda boleh membuka layar lain.',
  'check.esc.conclusion.valid': 'ESC: sah',
  'check.esc.conclusion.no-signature': 'ESC: tidak ada tanda tangan',
  'check.esc.conclusion.not-valid': 'ESC: tidak sah',
  'check.esc.words': 'Kata ESC: “{text}”; {count} tanda tangan.',
  'check.esc.agrees': 'Sama dengan hasil di komputer ini.',
  'check.esc.esc-adds': 'ESC dapat memeriksa yang di komputer ini belum dapat diperiksa.',
  'check.esc.differs': 'ESC dan komputer ini berbeda pendapat',
  'check.esc.differsText':
    'Jangan putuskan sendiri: catat keduanya dan tanyakan kepada BSrE. Sementara itu pakai hasil yang lebih buruk.',
  'check.esc.nothing-to-compare': 'Tidak ada yang dapat dibandingkan.',
} as const;
