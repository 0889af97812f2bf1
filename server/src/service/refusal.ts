/** Something a user asked for that cannot be done, with the one sentence that they read. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
