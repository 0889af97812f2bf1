import type { Citation } from '../citation.ts';
import { formatLocator } from '../format-locator.ts';
import { isChinese } from '../../script.ts';
import { parseLocator, toAddresses } from '../locator.ts';
import { resolveLocator } from '../resolve-locator.ts';
import type { Statement } from '../../statement/model.ts';

/** The passages of a locator as one string; `undefined` if there is no locator. */
export function placesOf({ locator }: Citation, statement: Statement | undefined): string | undefined {
  if (locator === undefined) return undefined;
  if (statement === undefined) return toAddresses(locator).join();
  const { found, missing } = resolveLocator(locator, statement);
  return [...found, ...missing.map(({ asked }) => `?${asked}`)].join();
}

/**
 * What Pincite writes after the key for the same passages: `，第四部分第3段` for a Chinese statement, else
 * `, § 4, ¶ 3`. `undefined` where a passage does not exist, or where several would be read otherwise.
 */
export function ownSuffix({ locator }: Citation, statement: Statement): string | undefined {
  if (locator === undefined) return undefined;
  const { found, missing } = resolveLocator(locator, statement);
  if (missing.length > 0) return undefined;
  const chinese = isChinese(statement.metadata.language);
  const written = found.map((address) => formatLocator(address, statement)).join(chinese ? '、' : ', ');
  const again = parseLocator(written);
  if (again === undefined || resolveLocator(again, statement).found.join() !== found.join()) return undefined;
  return `${chinese ? '，' : ', '}${written}`;
}
