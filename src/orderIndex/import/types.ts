// Imports: orders named in bulk, which are fetched in the background and so come into the index.
import type { Caller } from '../../auth/caller.js';
import type { FaultCode } from '../../common/fault.js';

/** An order to be imported. */
export interface ImportRef {
  readonly shop: string;
  readonly orderId: string;
  readonly outOrderId?: string | null | undefined;
  /** Its place where it is not simply the next one: in a file the number of its line. */
  readonly position?: number | undefined;
}

/** Paused: nothing is fetched before expectedAt at the earliest, as its gateways are down or their quota is used up. */
export const IMPORT_STATES = ['RUNNING', 'PAUSED', 'DONE'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A reference that will not be fetched, and why. */
export interface RefusedRef {
  /** Its place among the references from 0 on; in a file the number of its line. */
  readonly position: number;
  readonly shop: string;
  readonly orderId: string;
  readonly code: FaultCode;
  readonly message: string;
}

export interface OrderImport {
  readonly id: string;
  /** Orders to be fetched, each counted once. */
  readonly accepted: number;
  readonly refused: readonly RefusedRef[];
  readonly done: number;
  readonly failed: number;
  readonly state: ImportState;
  /** When it will be done, as far as can be told; null when it is. */
  readonly expectedAt: Date | null;
}

export interface ImportOptions {
  /** Whether every order is asked for anew, however fresh what is cached of it. */
  readonly isRefresh?: boolean | undefined;
  /** Names the import, so that starting it again goes on with it. */
  readonly key?: string | undefined;
}

/** All of it fails with Fault INDEX_UNAVAILABLE where the index does. */
export interface OrderImports {
  /** @throws Fault BAD_USER_INPUT for more references than an import may have, and FORBIDDEN without orders:import. */
  readonly start: (
    caller: Caller,
    refs: Iterable<ImportRef> | AsyncIterable<ImportRef>,
    options?: ImportOptions,
  ) => Promise<OrderImport>;
  /** Undefined where there is none, or it is somebody else's. */
  readonly find: (caller: Caller, id: string) => Promise<OrderImport | undefined>;
}
