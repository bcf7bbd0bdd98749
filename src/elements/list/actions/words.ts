import type { Action, ClienteleError } from '../../../contract/index.js';
import type { Terms } from '../../../locales/terms.js';
import type { Formatter } from '../../../sdk/types.js';

/** What is said of an action before, while and after it is done. */
export interface ActionWords {
  readonly label: string;
  title(count: number): string;
  text(count: number): string;
  button(count: number): string;
  done(count: number): string;
}

type OwnWords = Partial<{
  label: string;
  title(count: number): string;
  text: string | ((count: number) => string);
  button(count: number): string;
  done(count: number): string;
  doneOff(count: number): string;
}>;

/** The words of a built-in action; of the host's own, its label and the count. */
export function actionWords(
  action: Action,
  terms: ActionTerms,
  format: Formatter,
  params: Readonly<Record<string, unknown>> = {},
): ActionWords {
  const own: OwnWords | undefined = Object.hasOwn(terms.actions, action.id)
    ? (terms.actions as unknown as Record<string, OwnWords>)[action.id]
    : undefined;
  const label = action.label === undefined ? (own?.label ?? action.id) : format.label(action.label);
  const counted = (count: number) => `${label} · ${terms.common.count.clients(count)}`;
  return {
    label,
    title: (count) => own?.title?.(count) ?? counted(count),
    text: (count) => (typeof own?.text === 'function' ? own.text(count) : (own?.text ?? '')),
    button: (count) => own?.button?.(count) ?? counted(count),
    done: (count) => (params['on'] === false ? own?.doneOff?.(count) : own?.done?.(count)) ?? counted(count),
  };
}

/** Words of the actions and of what any widget says. */
export type ActionTerms = Pick<Terms, 'actions' | 'common'>;

/** An error in the words of the user: what is wrong and what to do. */
export function errorText(errors: Terms['errors'], { code }: ClienteleError): string {
  const { title, hint } = errors[code];
  return `${title}. ${hint}`;
}
