import { html, nothing, type TemplateResult } from 'lit';
import { initials } from '../../text/initials.js';
import { HUES, type Hue } from '../../theme/hues.js';

/** Grey says nothing about whom it stands for. */
const AVATAR_HUES = HUES.filter((hue) => hue !== 'grey');

/** The same hue for the same id, always (FNV-1a). */
export function hueOf(id: string): Hue {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return AVATAR_HUES[(hash >>> 0) % AVATAR_HUES.length] ?? 'grey';
}

const handleError = (event: Event): void => {
  (event.currentTarget as HTMLImageElement).hidden = true;
};

const handleLoad = (event: Event): void => {
  (event.currentTarget as HTMLImageElement).hidden = false;
};

/**
 * A client's photo, or initials (of `name`, unless told) in a hue of the id; a photo that does not load leaves the initials. Decorative: the
 * name stands beside it. Sizes: `small` 24 px, `medium` 32, `large` 56. Needs `avatarStyles`.
 */
export function avatar(
  client: { id: string; name: string; initials?: string; photo?: string | null | undefined },
  size: 'small' | 'medium' | 'large' = 'small',
): TemplateResult {
  return html`<span class="avatar ${size} hue-${hueOf(client.id)}" part="avatar" aria-hidden="true"
    ><span class="initials">${client.initials ?? initials(client.name)}</span>${
      client.photo
        ? html`<img
            src=${client.photo}
            alt=""
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            draggable="false"
            @error=${handleError}
            @load=${handleLoad}
          />`
        : nothing
    }</span
  >`;
}
