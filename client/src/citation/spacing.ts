/** Whether a citation after this text is set off by a space: after a word or mark of a script that spaces its words. */
export function needsSpaceAfter(before: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}.,;:!?)"'%]$/u.test(before);
}
