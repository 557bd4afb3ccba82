import type { Locator, Page } from '@playwright/test';
import type { RequestData } from '../../src/domain/request/request-data';

/** What a walk-in brings, as the clerk sees it. */
export interface Visit {
  readonly sopId: string;
  /** RFC 3339; null leaves the form's "now". */
  readonly arrivedAt: string | null;
  readonly data: RequestData;
  readonly papers: readonly { readonly document: string; readonly path: string }[];
}

/** How the intake ended: recorded under an id, or refused with what the form said. */
export type Intake =
  | { readonly outcome: 'recorded'; readonly id: string; readonly registerNumber: string }
  | { readonly outcome: 'refused'; readonly field: string; readonly message: string }
  | { readonly outcome: 'duplicate'; readonly registerNumber: string };

export const SETUP = {
  'office.government': 'PEMERINTAH KABUPATEN CONTOH',
  'office.name': 'DINAS KOMUNIKASI DAN INFORMATIKA',
  'office.shortName': 'Diskominfo',
  'office.place': 'Contoh',
  'office.desk': 'A',
  'staff.name': 'Petugas Contoh',
} as const;

const JAKARTA_HOURS = 7;

/**
 * Works the pages as a clerk does: by their labels and field names, never by reaching
 * behind them.
 */
export class Clerk {
  constructor(readonly page: Page) {}

  private field(name: string): Locator {
    return this.page.locator(`[name="${name}"]`);
  }

  /** The first page of an office, or the choice of a name on later days. */
  async signIn(): Promise<'set-up' | 'signed-in'> {
    const submit = this.page.locator('main form button[type="submit"]');
    await submit.waitFor();
    const isFirstDay = (await this.field('office.government').count()) > 0;
    if (isFirstDay) {
      for (const [name, value] of Object.entries(SETUP)) await this.field(name).fill(value);
    }
    await submit.click();
    await this.page.getByRole('navigation').waitFor();
    return isFirstDay ? 'set-up' : 'signed-in';
  }

  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
  }

  /** Names the gateway and its token in the settings. */
  async setGateway(url: string, token: string): Promise<void> {
    await this.go('/pengaturan');
    const address = this.field('gateway.baseUrl');
    await address.fill(url);
    await this.field('gateway.token').fill(token);
    await address.locator('xpath=ancestor::form').locator('button[type="submit"]').click();
    await this.page.locator('[data-saved="gateway"]').waitFor();
  }

  /** Types a walk-in into the form and saves it by keyboard. */
  async record(visit: Visit): Promise<Intake> {
    await this.go('/permohonan/baru');
    await this.field('applicant.nik').waitFor();
    await this.fillVisit(visit);
    const open = this.page.locator('[data-open-duplicate]').first();
    await this.page.keyboard.press('Control+Enter');
    const head = this.page.locator('[data-register-number]');
    const wrong = this.page.locator('[data-error-field]').first();
    await head.or(wrong).or(open).first().waitFor();
    if (await head.isVisible()) {
      const id = this.page.url().split('/').at(-1) ?? '';
      const registerNumber = (await head.getAttribute('data-register-number')) ?? '';
      return { outcome: 'recorded', id, registerNumber };
    }
    if (await wrong.isVisible()) {
      const field = (await wrong.getAttribute('data-error-field')) ?? '';
      return { outcome: 'refused', field, message: (await wrong.innerText()).trim() };
    }
    const registerNumber = (await open.getAttribute('data-open-duplicate')) ?? '';
    return { outcome: 'duplicate', registerNumber };
  }

  private async fillVisit({ sopId, arrivedAt, data }: Visit): Promise<void> {
    const { applicant, superior, certificate, reason } = data;
    await this.field('applicant.nik').fill(applicant.nik);
    await this.field('applicant.name').fill(applicant.name);
    await this.choose('applicant.personnel', applicant.personnel);
    if (applicant.personnel !== 'non-asn')
      await this.field('applicant.nip').fill(applicant.nip ?? '');
    await this.field('applicant.rank').fill(applicant.rank ?? '');
    for (const key of ['position', 'unit', 'email', 'phone'] as const) {
      await this.field(`applicant.${key}`).fill(applicant[key]);
    }
    for (const key of ['name', 'nip', 'rank', 'position'] as const) {
      await this.field(`superior.${key}`).fill(superior?.[key] ?? '');
    }
    await this.field('certificate.subjectDn').fill(certificate.subjectDn ?? '');
    await this.field('certificate.serialNumber').fill(certificate.serialNumber ?? '');
    await this.field('certificate.notAfter').fill(certificate.notAfter ?? '');
    await this.choose('sop', sopId);
    if (arrivedAt !== null) {
      const local = new Date(Date.parse(arrivedAt) + JAKARTA_HOURS * 3_600_000).toISOString();
      await this.field('arrival.date').fill(local.slice(0, 10));
      await this.field('arrival.time').fill(local.slice(11, 16).replace(':', '.'));
    }
    if (reason.key !== null) await this.choose('reason.key', reason.key);
    await this.field('reason.note').fill(reason.note ?? '');
  }

  private async choose(name: string, value: string): Promise<void> {
    const field = this.field(name).first();
    const tag = await field.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await field.selectOption(value);
    else await this.page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  }

  /** Adds a paper to the open request, under the document it is. */
  async attach(document: string, path: string): Promise<void> {
    await this.page.locator('[role="tab"][id$="-papers"]').click();
    const row = this.page.locator(`[data-document-row="${document}"]`);
    const before = await row.locator('[data-attachment]').count();
    await row.locator(`input[type="file"][data-document="${document}"]`).setInputFiles(path);
    await row.locator('[data-attachment]').nth(before).waitFor();
  }

  /** What the page offers as the next thing to do. */
  async nextAction(): Promise<string | null> {
    const button = this.page.locator('header [data-action]').first();
    return (await button.count()) > 0 ? button.getAttribute('data-action') : null;
  }

  /** Does what the page offers, again and again, until nothing more is to be done here. */
  async workThrough(): Promise<string | null> {
    for (let moves = 0; moves < 30; moves += 1) {
      const action = await this.nextAction();
      if (
        action !== 'make-letters' &&
        action !== 'complete-step' &&
        action !== 'queue-submission'
      ) {
        return action;
      }
      await this.doNext(action);
    }
    throw new Error('The request asks for the same thing without end');
  }

  private async doNext(action: string): Promise<void> {
    const mark = this.page.locator('[data-event-count]');
    const before = await mark.getAttribute('data-event-count');
    await this.page.locator(`header [data-action="${action}"]`).first().click();
    const confirm = this.page.locator('dialog[open] [data-action="confirm"]');
    if (action !== 'queue-submission') await confirm.click();
    await this.page.waitForFunction(
      ([was, wanted]) => {
        const now = document.querySelector('[data-event-count]')?.getAttribute('data-event-count');
        const offered = document.querySelector('header [data-action]')?.getAttribute('data-action');
        const failed = document.querySelector('[data-failure]');
        return (
          failed !== null || (now !== was && (wanted === 'complete-step' || offered !== wanted))
        );
      },
      [before, action] as const,
    );
    const failed = this.page.locator('[data-failure]').first();
    if (await failed.isVisible()) throw new Error(await failed.innerText());
  }
}
