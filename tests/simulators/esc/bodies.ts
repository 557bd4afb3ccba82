import type { EscManners } from './orders';

/** Verdicts as the two versions write them (esign-client-service.md, 1.2 and 1.3). */
export function verdictV2(manners: EscManners, signatures: number): unknown {
  const isRight = manners.spelling === 'right';
  return {
    conclusion: signatures === 0 ? 'NO_SIGNATURE' : 'VALID',
    description: 'Dokumen valid',
    signatureCount: signatures,
    signatureInformations: Array.from({ length: signatures }, (_, index) => ({
      id: `S-${String(index)}`,
      signatureFormat: 'PAdES-BASELINE-T',
      signerName: 'CONTOH SATU',
      signatureDate: `2026-03-02T02:41:23.000${manners.zone}`,
      fieldName: `sig_${String(index)}`,
      reason: 'Persetujuan',
      location: 'Contoh',
      certLevelCode: 0,
      signatureAlgorithm: null,
      digestAlgorithm: null,
      [isRight ? 'timestampInformation' : 'timestampInfomation']: {
        id: 'T-1',
        signerName: 'Timestamp Authority Contoh',
        timestampDate: `2026-03-02T02:41:24.000${manners.zone}`,
      },
      certificateDetails: [
        {
          id: 'C-1',
          commonName: 'CONTOH SATU',
          issuerName: 'OSD DEMO',
          serialNumber: '3606829878392572131',
          notBeforeDate: `2025-01-01T00:00:00.000${manners.zone}`,
          notAfterDate: `2027-01-01T00:00:00.000${manners.zone}`,
          [isRight ? 'signatureAlgorithm' : 'signatureAlgoritm']: 'RSA with SHA256',
          keyUsages: ['digitalSignature', 'nonRepudiation'],
        },
      ],
      integrityValid: true,
      certificateTrusted: true,
      lastSignature: false,
      ltv: false,
    })),
  };
}

export function verdictV1(manners: EscManners, signatures: number): unknown {
  const valid = manners.summary === 'new' ? 'VALID' : 'DOCUMENT VALID !!!';
  return {
    nama_dokumen: 'dokumen.pdf',
    jumlah_signature: signatures,
    notes: 'Dokumen asli',
    details: Array.from({ length: signatures }, () => ({
      info_tsa: { name: 'Timestamp Authority Contoh', tsa_cert_validity: null },
      signature_field: 'sig_1697437714025',
      info_signer: {
        issuer_dn: 'C=ID,O=Contoh,CN=OSD DEMO',
        signer_name: 'CONTOH SATU',
        signer_cert_validity: '2025-01-01 00:00:00.0 to 2027-01-01 00:00:00.0',
        signer_dn: 'CN=CONTOH SATU',
        cert_user_certified: true,
      },
      signature_document: {
        signed_using_tsa: true,
        reason: 'Persetujuan',
        document_integrity: true,
        signature_value: null,
        signed_in: '2026-03-02 13:28:34.0',
        location: null,
        hash_value: null,
      },
    })),
    summary: signatures === 0 ? null : valid,
  };
}

/** A refusal of version 1 in one of its two shapes. */
export function refusalV1(manners: EscManners, code: number, text: string): unknown {
  return manners.refusals === 'field'
    ? { error: text, status_code: code }
    : { error: `Proses signing gagal : ${text} ${String(code)}`, status_code: 400 };
}
