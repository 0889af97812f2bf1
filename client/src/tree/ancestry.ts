import type { TreeParams } from '../../../server/src/lsp/protocol.ts';

/** A node of the tree by name; the address of a statement is empty. */
export interface NodeName {
  readonly key: string;
  readonly address: string;
}

/** What holds a node; `undefined` for a statement. */
export function parentOf({ key, address }: NodeName): NodeName | undefined {
  if (address === '') return undefined;
  const dot = address.lastIndexOf('.');
  return { key, address: dot < 0 ? '' : address.slice(0, dot) };
}

export function idOf({ key, address }: NodeName): string {
  return `${key}#${address}`;
}

/** The request for what a node holds; for the statements if there is no node. */
export function childrenOf(node: NodeName | undefined): TreeParams {
  if (node === undefined) return {};
  return node.address === '' ? { key: node.key } : { key: node.key, address: node.address };
}
