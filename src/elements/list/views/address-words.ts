import { views } from '../../../locales/en/views.js';
import { closestLocale, termsOf } from '../../../locales/registry.js';
import type { AddressProblem } from '../model/address.js';

/** What is said to the user of an address that could not be followed, in full or in part. */
export async function problemTexts(
  problems: readonly AddressProblem[],
  lang: string,
  nameOf: (field: string) => string,
): Promise<string[]> {
  const { address } = await termsOf('views', closestLocale(lang), views);
  return problems.map((problem) => {
    if (problem.code !== 'columns' && problem.code !== 'sort') return address[problem.code];
    const names = new Intl.ListFormat(lang).format(problem.fields.map(nameOf));
    return address[problem.code](names);
  });
}
