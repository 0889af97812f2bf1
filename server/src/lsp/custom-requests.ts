import type { Connection } from 'vscode-languageserver';
import { isRefusal } from '../service/refusal.ts';
import type { Service } from '../service/service.ts';
import {
  citeRequest,
  passageAtRequest,
  provenanceRequest,
  reloadRequest,
  searchRequest,
  sectionsRequest,
  statusRequest,
  treeRequest,
  witnessTextRequest,
  type CiteParams,
  type CiteResult,
  type FoundSection,
  type PassageAt,
  type PassageAtParams,
  type Provenance,
  type ProvenanceParams,
  type SearchParams,
  type SearchResult,
  type SectionsParams,
  type Status,
  type TreeNode,
  type TreeParams,
  type WitnessText,
  type WitnessTextParams,
} from './protocol.ts';
import type { Runner } from './runner.ts';
import { normaliseUri } from './uri.ts';

const DEFAULT_LIMIT = 50;
/** Every section of a corpus of some hundred statements. */
const DEFAULT_SECTION_LIMIT = 2000;

/** The requests of the protocol file. */
export function registerCustomRequests(connection: Connection, service: Service, run: Runner): void {
  connection.onRequest(
    searchRequest,
    run<SearchParams, SearchResult>(
      'search',
      { passages: [], total: 0, elapsedMs: 0 },
      async ({ query, limit }) => {
        const start = performance.now();
        const loading = service.loader.isLoading();
        const found = await service.search(query, limit ?? DEFAULT_LIMIT);
        return { ...found, ...(loading && { loading }), elapsedMs: performance.now() - start };
      },
    ),
  );
  connection.onRequest(
    sectionsRequest,
    run<SectionsParams, readonly FoundSection[]>('sections', [], ({ query, limit }) =>
      service.sections(query, limit ?? DEFAULT_SECTION_LIMIT),
    ),
  );
  connection.onRequest(
    treeRequest,
    run<TreeParams | null, readonly TreeNode[]>('tree', [], (params) =>
      service.tree(params?.key, params?.address),
    ),
  );
  connection.onRequest(
    passageAtRequest,
    run<PassageAtParams, PassageAt | null>(
      'passageAt',
      null,
      ({ uri, range }) => service.passageAt(normaliseUri(uri), range) ?? null,
    ),
  );
  connection.onRequest(
    citeRequest,
    run<CiteParams, CiteResult | null>('cite', null, async ({ key, address }) => {
      const result = await service.cite(key, address);
      return isRefusal(result) ? null : result;
    }),
  );
  connection.onRequest(
    provenanceRequest,
    run<ProvenanceParams, Provenance | null>('provenance', null, async ({ key, address }) => {
      const result = await service.provenance(key, address);
      return isRefusal(result) ? null : result;
    }),
  );
  connection.onRequest(
    witnessTextRequest,
    run<WitnessTextParams, WitnessText | null>(
      'witnessText',
      null,
      async ({ key, address = '', siglum }) => (await service.witnessText(key, address, siglum)) ?? null,
    ),
  );
  connection.onRequest(
    statusRequest,
    run<unknown, Status | null>('status', null, () => service.status()),
  );
  connection.onRequest(
    reloadRequest,
    run<unknown, Status | null>('reload', null, async () => {
      await service.loader.reload();
      return service.status();
    }),
  );
}
