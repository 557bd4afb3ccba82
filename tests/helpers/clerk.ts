import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { printThrough } from './print-through';
import { ROLES, type Role } from '../../src/domain/office/roles';
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
  | { readonly outcome: 'recorded'; readonly id: string }
  | { readonly outcome: 'refused'; readonly field: string; readonly message: string }
  | { readonly outcome: 'duplicate'; readonly registerNumber: string };

/** The passphrase of everybody in the tests. */
export const PASSPHRASE = 'kopi tumpah di meja';
/** What an administrator gives before it is replaced. */
const FIRST_PASSPHRASE = 'hujan turun di sawah';

const SETUP = {
  'office.government': 'PEMERINTAH KABUPATEN CONTOH',
  'office.name': 'DINAS KOMUNIKASI DAN INFORMATIKA',
  'office.shortName': 'Diskominfo',
  'office.place': 'Contoh',
  'office.code': '32.99',
  'office.desk': 'A',
  'staff.name': 'Petugas Contoh',
  'access.signInName': 'loket1',
  'access.passphrase': PASSPHRASE,
  'access.repeated': PASSPHRASE,
} as const;

const JAKARTA_HOURS = 7;
/** The open request's page; carries what automation needs to know of it. */
const REQUEST = '[data-register-number]';
/** The button that asks whether an open request of the same person is gone past. */
const DUPLICATE_FIELD = 'intake-decision';

/** What the page said it will not do, in its own words. */
export class PageRefusal extends Error {}

/** Works the pages as a clerk does: by field names and what the screens offer. */
export class Clerk {
  constructor(readonly page: Page) {}

  private field(name: string): Locator {
    return this.page.locator(`[name="${name}"]`);
  }

  private head(action: string): Locator {
    return this.page.locator(`main [data-action="${action}"]`).first();
  }

  /** The first screen on which something can be done. */
  async waitForSignIn(timeout: number): Promise<void> {
    await this.page.locator('main form button[type="submit"]').waitFor({ timeout });
  }

  /** The first page of an office and its recovery key, or a passphrase on later days. */
  async signIn(): Promise<'set-up' | 'signed-in'> {
    await this.waitForSignIn(120_000);
    const isFirstDay = (await this.field('office.government').count()) > 0;
    if (isFirstDay) {
      for (const [name, value] of Object.entries(SETUP)) await this.field(name).fill(value);
    } else await this.field('passphrase').fill(PASSPHRASE);
    await this.page.locator('main form button[type="submit"]').click();
    if (isFirstDay) await this.keepRecoveryKey();
    await this.page.getByRole('navigation').waitFor();
    return isFirstDay ? 'set-up' : 'signed-in';
  }

  /** The first start after a version without passphrases: somebody makes one, all is sealed. */
  async protectRecords(timeout: number): Promise<void> {
    await this.field('access.signInName').waitFor({ timeout });
    await this.page.getByRole('radio').first().check({ force: true });
    for (const name of ['access.signInName', 'access.passphrase', 'access.repeated'] as const) {
      await this.field(name).fill(SETUP[name]);
    }
    await this.page.keyboard.press('Enter');
    await this.keepRecoveryKey(timeout);
    await this.page.getByRole('navigation').waitFor({ timeout });
  }

  /** Reads the recovery key, types the asked groups back; answers the key. */
  async keepRecoveryKey(timeout = 120_000): Promise<string> {
    const groups = this.page.locator('[data-recovery-group]');
    await groups.first().waitFor({ timeout });
    const key = await groups.allInnerTexts();
    await this.page.locator('[data-action="recovery-kept"]').click();
    const asked = this.page.locator('input[name^="group."]');
    await asked.first().waitFor();
    for (const entry of await asked.all()) {
      const place = Number((await entry.getAttribute('name'))?.split('.')[1]);
      await entry.fill(key[place]?.trim() ?? '');
    }
    await this.page.locator('main form button[type="submit"]').click();
    return key.map((group) => group.trim()).join(' ');
  }

  /** Adds somebody in the settings, with these roles and no others. */
  async addStaff(name: string, roles: readonly Role[]): Promise<void> {
    await this.go('/pengaturan?bagian=staff');
    await this.field('staff.name').fill(name);
    const form = this.page.locator('form', { has: this.field('staff.name') });
    for (const role of ROLES) {
      await form
        .locator(`[name="staff.role"][value="${role}"]`)
        .setChecked(roles.includes(role), { force: true });
    }
    await this.field('staff.signInName').fill(`petugas${String(name.length)}`);
    await this.field('staff.passphrase').fill(FIRST_PASSPHRASE);
    await form.locator('[data-action="add-staff"]').click();
    await this.page.locator(`[data-staff="${name}"]`).waitFor();
  }

  /** Leaves the desk to somebody else, who signs in; the first time with a passphrase of his own. */
  async switchTo(name: string): Promise<void> {
    await this.page.locator('[data-action="switch-staff"]').click();
    await this.waitForSignIn(20_000);
    await this.page.getByRole('radio', { name }).check({ force: true });
    await this.field('passphrase').fill(FIRST_PASSPHRASE);
    await this.page.locator('main form button[type="submit"]').click();
    const own = this.field('access.passphrase');
    await own.or(this.page.locator('[aria-invalid="true"][name="passphrase"]')).waitFor();
    if (await own.isVisible()) {
      await own.fill(PASSPHRASE);
      await this.field('access.repeated').fill(PASSPHRASE);
    } else await this.field('passphrase').fill(PASSPHRASE);
    await this.page.locator('main form button[type="submit"]').click();
    await this.page.getByRole('navigation').first().waitFor();
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
    await address.press('Control+Enter');
    const secret = this.field('token.value');
    await secret.fill(token);
    await secret.press('Enter');
    await this.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[name="token.value"]')?.value === '',
    );
  }

  /** Types a walk-in into the form and saves it by keyboard. */
  async record(visit: Visit): Promise<Intake> {
    await this.go('/permohonan/baru');
    await this.field('applicant.nik').waitFor();
    await this.fillVisit(visit);
    await this.page.keyboard.press('Control+Enter');
    const wrong = this.page.locator('[role="alert"] [data-field]').first();
    const recorded = this.page.locator(REQUEST);
    await recorded.or(wrong).first().waitFor();
    if (await recorded.isVisible()) {
      const id = /permohonan\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? '';
      return { outcome: 'recorded', id };
    }
    const field = (await wrong.getAttribute('data-field')) ?? '';
    if (field === DUPLICATE_FIELD) {
      const panel = await this.page
        .locator('section', { has: this.page.locator(`#${field}`) })
        .innerText();
      const registerNumber = /[A-Z0-9]{1,4}-\d{4}-\d{4,}/.exec(panel)?.[0] ?? '';
      return { outcome: 'duplicate', registerNumber };
    }
    return { outcome: 'refused', field, message: (await wrong.innerText()).trim() };
  }

  /** Leaves a form that was not recorded, and what was typed in it. */
  async putAway(): Promise<void> {
    await this.go('/');
    await this.field('applicant.nik').waitFor({ state: 'detached' });
    await this.go('/permohonan/baru');
    await this.field('applicant.nik').waitFor();
    const drafts = this.page.locator('[data-action="discard-draft"]');
    for (let left = await drafts.count(); left > 0; left -= 1) {
      await drafts.nth(left - 1).click();
      await drafts.nth(left - 1).waitFor({ state: 'detached' });
    }
    await this.go('/');
  }

  /** Types a walk-in into the open form and saves nothing. */
  async fillVisit({ sopId, arrivedAt, data }: Visit): Promise<void> {
    const { applicant, superior, certificate, reason } = data;
    await this.field('applicant.nik').fill(applicant.nik);
    await this.field('applicant.name').fill(applicant.name);
    await this.choose('applicant.personnel', applicant.personnel);
    if (applicant.nip !== null) await this.field('applicant.nip').fill(applicant.nip);
    await this.field('applicant.rank').fill(applicant.rank ?? '');
    for (const key of ['position', 'unit', 'email', 'phone'] as const) {
      await this.field(`applicant.${key}`).fill(applicant[key]);
    }
    for (const key of ['name', 'nip', 'rank', 'position'] as const) {
      await this.field(`superior.${key}`).fill(superior?.[key] ?? '');
    }
    for (const key of ['subjectDn', 'serialNumber', 'notAfter'] as const) {
      await this.field(`certificate.${key}`).fill(certificate[key] ?? '');
    }
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
    const first = this.field(name).first();
    const isList = await first.evaluate((element) => element.tagName === 'SELECT');
    if (isList) await first.selectOption(value);
    else await this.page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  }

  /** Adds a paper to the open request, under the document it is. */
  async attach(document: string, path: string): Promise<void> {
    await this.page.keyboard.press('b');
    const picker = this.page.locator(`input[type="file"][data-document="${document}"]`);
    const before = await this.eventCount();
    await picker.setInputFiles(path);
    await this.waitForEvent(before);
  }

  /** What the page offers as the next thing to do; null when there is none. */
  async nextAction(): Promise<string | null> {
    return this.page.locator(REQUEST).getAttribute('data-next-action');
  }

  /** Waits until the page offers it as the next thing, and does it without the mouse. */
  async nextByKeyboard(action: 'make-letters' | 'print-letters' | 'complete-step'): Promise<void> {
    await this.page.locator(`[data-next-action="${action}"][data-busy="false"]`).waitFor();
    await this.page.keyboard.press('Control+Enter');
    if (action === 'print-letters') return printThrough(this.page);
    await this.page.locator('dialog [data-action="confirm"]').waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Does what the page offers, again and again, until it asks for something else. */
  async workThrough(): Promise<string | null> {
    for (let moves = 0; moves < 30; moves += 1) {
      const action = await this.nextAction();
      if (
        action !== 'make-letters' &&
        action !== 'print-letters' &&
        action !== 'complete-step' &&
        action !== 'give-disposition' &&
        action !== 'queue-submission'
      ) {
        return action;
      }
      const before = await this.eventCount();
      await this.head(action).click();
      if (action === 'print-letters') {
        await printThrough(this.page);
      } else if (action === 'give-disposition') {
        // What the official wrote as the SOP has it; the page goes back to the request.
        await this.head('confirm').click();
      } else if (action !== 'queue-submission') {
        await this.page.locator('dialog [data-action="confirm"]').click();
      }
      await this.waitForEvent(before);
    }
    throw new Error('The request asks for the same thing without end');
  }

  /** Says no to the open step of the request, with the reason. */
  async refuseStep(reason: string): Promise<void> {
    await this.page.locator('[data-action="refuse-step"]').waitFor();
    const before = await this.eventCount();
    await this.page.locator('[data-action="refuse-step"]').click();
    await this.page.keyboard.type(reason);
    await this.page.keyboard.press('Control+Enter');
    await this.waitForEvent(before);
  }

  async registerNumber(): Promise<string> {
    return (await this.page.locator(REQUEST).getAttribute('data-register-number')) ?? '';
  }

  /** Saves every final letter of the open request as stored; returns how many there are. */
  async saveLetters(folder: string, prefix: string): Promise<number> {
    await this.page.keyboard.press('l');
    const versions = this.page.locator('[data-version]');
    await versions
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined);
    const count = await versions.count();
    for (let index = 0; index < count; index += 1) {
      const letter = (await versions.nth(index).getAttribute('data-version')) ?? 'letter';
      await versions.nth(index).click();
      const save = this.page.locator(`[data-save="${prefix}-${letter}.pdf"]`);
      await save.waitFor();
      const download = this.page.waitForEvent('download');
      await save.click();
      await (await download).saveAs(join(folder, `${prefix}-${letter}.pdf`));
    }
    return count;
  }

  /** Asks for the line now instead of at the engine's next time. */
  async checkLine(): Promise<void> {
    await this.page.locator('[data-action="check-line"]').first().click();
  }

  /** Whether the queue waits for a person to mend the credentials. */
  async isQueuePaused(): Promise<boolean> {
    return (await this.page.locator('[data-paused="true"]').count()) > 0;
  }

  /** Loads the open list to its end. */
  async showWholeList(): Promise<void> {
    const rows = this.page.locator('tbody tr');
    const more = this.page.locator('[data-action="load-more"]');
    await rows
      .first()
      .waitFor({ timeout: 2_000 })
      .catch(() => undefined);
    while (await more.isVisible()) {
      const shown = await rows.count();
      await more.click();
      await rows.nth(shown).waitFor();
    }
  }

  /** States of the jobs the outbox shows. */
  async jobStates(): Promise<readonly string[]> {
    return this.page
      .locator('[data-job-state]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-job-state') ?? ''));
  }

  /** How the submission of a request ended; nulls where there is none. */
  async outcomeOf(requestId: string): Promise<{
    readonly submissionId: string | null;
    readonly state: string | null;
    readonly receipt: string | null;
  }> {
    await this.go(`/permohonan/${requestId}?bagian=queue`);
    await this.page.locator(REQUEST).waitFor();
    const job = this.page.locator('[data-job]').first();
    await job.waitFor({ timeout: 2_000 }).catch(() => undefined);
    if ((await job.count()) === 0) return { submissionId: null, state: null, receipt: null };
    const [submissionId, state, receipt] = await Promise.all(
      ['data-job', 'data-state', 'data-receipt'].map((name) => job.getAttribute(name)),
    );
    return { submissionId: submissionId ?? null, state: state ?? null, receipt: receipt ?? null };
  }

  private async eventCount(): Promise<number> {
    return Number(await this.page.locator(REQUEST).getAttribute('data-event-count'));
  }

  /** Until the page shows all that was recorded: the last event may come after the work's end. */
  private async settle(): Promise<void> {
    const marks = ['data-event-count', 'data-next-action', 'data-busy'];
    const look = () =>
      this.page
        .locator(REQUEST)
        .evaluate((page, names) => names.map((name) => page.getAttribute(name)).join(), marks);
    for (let before = ''; ;) {
      const now = await look();
      if (now === before && !now.endsWith('true')) return;
      before = now;
      await this.page.waitForTimeout(150);
    }
  }

  /** Until the request has more events and nothing is under way; rejects when it was refused. */
  private async waitForEvent(before: number): Promise<void> {
    const moved = await this.page.waitForFunction((was) => {
      const page = document.querySelector('[data-register-number]');
      if (page?.getAttribute('data-busy') === 'true') return null;
      if (Number(page?.getAttribute('data-event-count')) > was) return { failure: null };
      const failure = page?.querySelector<HTMLElement>('[data-failure]');
      return failure ? { failure: failure.innerText.replace(/\s+/g, ' ') } : null;
    }, before);
    const { failure } = (await moved.jsonValue()) ?? { failure: null };
    if (failure !== null) throw new PageRefusal(failure);
    await this.settle();
  }
}
