import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the scanner behaves; every part can be changed while it runs. */
export interface EsclBehaviour {
  /** What lies in the feeder, or on the glass: JPEG files. */
  pages: readonly Uint8Array[];
  /** `AdfState` and `State` of its status. */
  adfState: string;
  state: string;
  /** Status for a new job instead of 201. */
  refuseJob: number | null;
  /** This many "not yet" (503) before each page. */
  notYet: number;
  /** From this page (0 is the first) it answers nothing any more. */
  silentFrom: number;
  /** From this page it answers with this status, and `adfState` tells why. */
  failFrom: number;
  failWith: number;
  /** Its own idea of its address in `Location`. */
  location: 'absolute' | 'relative' | 'other-host';
}

export interface EsclSimulator {
  readonly address: string;
  readonly behaviour: EsclBehaviour;
  /** Bodies of the jobs that were begun. */
  readonly jobs: readonly string[];
  readonly deleted: () => number;
  readonly stop: () => Promise<void>;
}

/** A scanner of the network after the Mopria eSCL specification 2.97. */
export async function startEsclSimulator(given: Partial<EsclBehaviour>): Promise<EsclSimulator> {
  const behaviour: EsclBehaviour = {
    pages: [],
    adfState: 'ScannerAdfLoaded',
    state: 'Idle',
    refuseJob: null,
    notYet: 0,
    silentFrom: Infinity,
    failFrom: Infinity,
    failWith: 500,
    location: 'absolute',
    ...given,
  };
  const jobs: string[] = [];
  let deleted = 0;
  let next = 0;
  let waited = 0;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    const asked = `${request.method ?? ''} ${request.url ?? ''}`;
    const end = (status: number, text: string | Uint8Array = '', type = 'text/xml') => {
      response.writeHead(status, { 'content-type': type }).end(text);
    };
    if (asked === 'GET /eSCL/ScannerCapabilities') end(200, CAPABILITIES);
    else if (asked === 'GET /eSCL/ScannerStatus') end(200, statusOf(behaviour));
    else if (asked === 'POST /eSCL/ScanJobs') begin(body, response);
    else if (asked === 'GET /eSCL/ScanJobs/1/NextDocument') givePage(end);
    else if (asked === 'DELETE /eSCL/ScanJobs/1') {
      deleted += 1;
      next = Infinity;
      end(200);
    } else end(404);
  }

  function begin(body: string, response: ServerResponse): void {
    if (behaviour.refuseJob !== null) {
      response.writeHead(behaviour.refuseJob).end();
      return;
    }
    jobs.push(body);
    next = 0;
    waited = 0;
    const path = '/eSCL/ScanJobs/1';
    const host = behaviour.location === 'other-host' ? 'printer.invalid' : `127.0.0.1:${port}`;
    const location = behaviour.location === 'relative' ? path : `http://${host}${path}`;
    response.writeHead(201, { location }).end();
  }

  function givePage(end: (status: number, body?: string | Uint8Array, type?: string) => void) {
    if (next >= behaviour.silentFrom) return;
    if (next >= behaviour.failFrom) {
      end(behaviour.failWith);
      return;
    }
    if (waited < behaviour.notYet) {
      waited += 1;
      end(503);
      return;
    }
    waited = 0;
    const page = behaviour.pages[next];
    next += 1;
    if (page === undefined) {
      behaviour.adfState = 'ScannerAdfEmpty';
      end(404);
    } else end(200, page, 'image/jpeg');
  }

  return {
    address: `http://127.0.0.1:${port}`,
    behaviour,
    jobs,
    deleted: () => deleted,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function statusOf({ adfState, state }: EsclBehaviour): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>2.63</pwg:Version>
  <pwg:State>${state}</pwg:State>
  <scan:AdfState>${adfState}</scan:AdfState>
</scan:ScannerStatus>`;
}

const inputCaps = (width: number, height: number) => `
      <scan:MinWidth>32</scan:MinWidth><scan:MaxWidth>${width}</scan:MaxWidth>
      <scan:MinHeight>32</scan:MinHeight><scan:MaxHeight>${height}</scan:MaxHeight>
      <scan:SettingProfiles>
        <scan:SettingProfile>
          <scan:ColorModes>
            <scan:ColorMode>Grayscale8</scan:ColorMode>
            <scan:ColorMode>RGB24</scan:ColorMode>
          </scan:ColorModes>
          <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>
          <scan:SupportedResolutions>
            <scan:DiscreteResolutions>
              <scan:DiscreteResolution><scan:XResolution>75</scan:XResolution><scan:YResolution>75</scan:YResolution></scan:DiscreteResolution>
              <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
            </scan:DiscreteResolutions>
          </scan:SupportedResolutions>
        </scan:SettingProfile>
      </scan:SettingProfiles>`;

const CAPABILITIES = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>2.63</pwg:Version>
  <pwg:MakeAndModel>Contoh Pemindai 100</pwg:MakeAndModel>
  <scan:Platen>
    <scan:PlatenInputCaps>${inputCaps(2550, 3508)}</scan:PlatenInputCaps>
  </scan:Platen>
  <scan:Adf>
    <scan:AdfSimplexInputCaps>${inputCaps(2550, 4200)}</scan:AdfSimplexInputCaps>
    <scan:AdfDuplexInputCaps>${inputCaps(2550, 4200)}</scan:AdfDuplexInputCaps>
  </scan:Adf>
</scan:ScannerCapabilities>`;
