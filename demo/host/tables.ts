import { html, type TemplateResult } from 'lit';
import type { Named } from './named.js';
import type { Words } from './words.js';

/** The salon's services, with what they take and cost. */
export function renderServices(
  services: readonly Named[],
  text: Words,
  money: (amount: number) => string,
): TemplateResult {
  return table(
    text.services,
    html`<th>${text.service}</th>
      <th class="number">${text.minutes}</th>
      <th class="number">${text.price}</th>`,
    services.map(
      ({ label, minutes, price }) =>
        html`<tr>
          <td>${label}</td>
          <td class="number">${minutes}</td>
          <td class="number">${money(price ?? 0)}</td>
        </tr>`,
    ),
  );
}

/** The people of the salon, with where they work. */
export function renderTeam(staff: readonly Named[], branches: readonly Named[], text: Words): TemplateResult {
  const labels = new Map(branches.map(({ id, label }) => [id, label]));
  return table(
    text.team,
    html`<th>${text.staff}</th>
      <th>${text.branch}</th>`,
    staff.map(
      ({ label, branch }) =>
        html`<tr>
          <td>${label}</td>
          <td>${labels.get(branch ?? '') ?? ''}</td>
        </tr>`,
    ),
  );
}

function table(title: string, head: TemplateResult, rows: readonly TemplateResult[]): TemplateResult {
  return html`<div class="bar"><h1>${title}</h1></div>
    <div class="table">
      <table>
        <thead>
          <tr>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
