import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Id, Issue, Segment, SegmentDocument } from '../../contract/index.js';
import { EVERYONE } from '../../contract/plain/segment.js';
import { builder } from '../../locales/en/builder.js';
import { catalogue } from '../../locales/en/catalogue.js';
import { common } from '../../locales/en/common.js';
import { conditions } from '../../locales/en/conditions.js';
import { errors } from '../../locales/en/errors.js';
import { fields } from '../../locales/en/fields.js';
import { provider } from '../../locales/en/provider.js';
import { segments } from '../../locales/en/segments.js';
import { sentence } from '../../locales/en/sentence.js';
import type { Session } from '../../sdk/types.js';
import { AnnounceController } from '../parts/announce.js';
import type { ClienteleToasts, Toast } from '../parts/toasts.js';
import { WidthController } from '../parts/width.js';
import { SessionController } from '../widget.js';
import type { BarEvent } from './bar/bar.js';
import type { BuilderContext } from './context.js';
import { layout } from './layout.js';
import { BuilderModel } from './model/builder-model.js';
import { Finding } from './model/finding.js';
import { RecordWords } from './record-words.js';
import type { SaveWhat } from './save/save-dialog.js';
import type { Saving } from './save/saving.js';
import { segmentEvent, type SegmentSaveDetail, type SegmentSavedDetail } from './segment-builder.events.js';
import { segmentBuilderStyles } from './segment-builder.styles.js';
import { missingState, sessionState } from './states.js';
import { askedBy, historyKey, targetOf, within, type SegmentTarget } from './target.js';
import type { BuilderSayEvent, BuilderTree } from './tree/tree.js';

/** A figure at rest for so long is read aloud. */
const REST_MS = 700;

/**
 * Builds a segment: a tree of conditions over everything that is known of clients, with its meaning in words, how many it finds and some of
 * them beside it, following every key. What is built can be kept as a segment, as a group of those found, or shown in a list.
 *
 * @summary Builder of segments: conditions, words, live count, save.
 * @tag clientele-segment-builder
 * @event clientele-segment-change - `{ document, issues }` after every change.
 * @event clientele-segment-save - `{ as, id, name, description, hue, document }` is to be saved. Cancel it to keep it yourself.
 * @event clientele-segment-saved - `{ as: 'segment', segment }` or `{ as: 'group', group, job }` was saved.
 * @event clientele-segment-apply - `{ document }` is to be shown in a list. Cancel it to show it yourself.
 * @event clientele-segment-cancel - `{ isChanged }`: the builder is to be left. Cancel it to keep what was built.
 * @csspart base - Everything.
 * @csspart conditions - The tree and what stands above it.
 * @csspart found - Words, figure and sample.
 */
export class ClienteleSegmentBuilder extends LitElement {
  static override styles = segmentBuilderStyles;

  /** Beats the provider's. */
  @property({ attribute: false }) session: Session | null = null;
  /** Id of a kept segment to edit; '' for a new one. */
  @property() segment = '';
  /** Whom it counts within: the count, the sample and a group made of those found. What is built does not hold it. */
  @property({ attribute: false }) scope: SegmentDocument | null = null;
  /** The list that “Show in the list” fills, and whose “Save as segment” leads here. */
  @property({ attribute: false }) list: SegmentTarget | null = null;
  /** Id of the element that is that list. */
  @property({ attribute: 'for' }) listId = '';
  /** The title; the segment's name, or the word of the locale, unless told. */
  @property() heading = '';
  /** The host answers `clientele-segment-apply`. */
  @property({ type: Boolean, attribute: 'with-apply' }) withApply = false;
  /** The host answers `clientele-segment-cancel`. */
  @property({ type: Boolean, attribute: 'with-cancel' }) withCancel = false;
  /** Nothing is saved from here. */
  @property({ type: Boolean, attribute: 'without-save' }) withoutSave = false;

  @state() private model: BuilderModel | null = null;
  @state() private isMissing = false;
  @state() private answers = 0;
  @query('clientele-toasts-0') private toasts!: ClienteleToasts;
  @query('clientele-builder-tree-0') private tree!: BuilderTree | null;

  #session = new SessionController(this, {
    terms: { common, errors, fields, catalogue, conditions, sentence, segments, builder, provider },
    changed: (session) => this.#enter(session),
  });
  #announcer = new AnnounceController(this);
  #records = new RecordWords(this, Object.keys(catalogue.records));
  #width = new WidthController(this, { narrow: 0, medium: 560, wide: 860 });
  #value: SegmentDocument | null = null;
  #entered: Session | null = null;
  #finding: Finding | null = null;
  #saving: Saving | null = null;
  #leave: (() => void) | null = null;
  #context: BuilderContext | null = null;
  #told: SegmentDocument | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#handleKey);
    document.addEventListener('clientele-list-segments', this.#handleAsked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#handleKey);
    document.removeEventListener('clientele-list-segments', this.#handleAsked);
    // What was built is there again when the element is.
    if (this.model) this.#value = this.model.document;
    this.#drop();
  }

  /** What is built. Setting it begins anew; the same document again changes nothing. */
  @property({ attribute: false })
  get value(): SegmentDocument {
    return this.model?.document ?? this.#value ?? EVERYONE;
  }

  set value(document: SegmentDocument | null) {
    this.#value = document;
    this.model?.set(document ?? EVERYONE);
  }

  /** What is wrong with what is built; with any, it is no segment yet and finds nobody. */
  get issues(): readonly Issue[] {
    return this.model?.faults.all ?? [];
  }

  /** Opens the menu of conditions. */
  async addCondition(): Promise<void> {
    await this.tree?.addCondition();
  }

  /** One step back; false: there is none. */
  undo(): boolean {
    return this.#step('undo');
  }

  redo(): boolean {
    return this.#step('redo');
  }

  /** Shows what is built in the list, as the button does. */
  apply(): void {
    const { model } = this;
    if (!model?.isSound) return;
    const { document } = model;
    if (this.dispatchEvent(segmentEvent('clientele-segment-apply', { document })))
      this.#target?.setFilters(document);
  }

  /** Opens the dialog that saves. */
  async save(what: SaveWhat = this.model?.segment ? 'segment' : 'new'): Promise<void> {
    const { model } = this;
    const context = this.#context;
    if (!model?.isSound || !context) return;
    const { Saving: Made } = await import('./save/saving.js');
    if (!this.isConnected || model !== this.model) return;
    this.#saving ??= new Made({
      context: () => this.#context as BuilderContext,
      room: () => this.renderRoot.querySelector('.dialogs') as HTMLElement,
      within: (document) => within(document, this.scope),
      ask: (detail: SegmentSaveDetail) => this.dispatchEvent(segmentEvent('clientele-segment-save', detail)),
      saved: (detail) => this.#saved(detail),
      taken: (theirs) => this.#take(theirs),
      toast: (toast) => void this.#toast(toast),
    });
    await this.#saving.open(what);
  }

  get #target(): SegmentTarget | null {
    return this.list ?? targetOf(this, this.listId);
  }

  #enter(session: Session | null): void {
    if (session && session === this.#entered && this.model) {
      // Rights, catalogue or kept segments are others: what was built stays, and is looked at again.
      this.model.recheck();
      this.#ask();
      return;
    }
    if (this.model) this.#value = this.model.document;
    this.#drop();
    this.#entered = session;
    if (!session) return;
    const model = new BuilderModel(session);
    this.#load(model);
    this.#finding = new Finding(session, () => this.#answered());
    this.#leave = model.subscribe(() => this.#changed());
    this.#told = model.document;
    this.model = model;
    this.#ask();
  }

  #load(model: BuilderModel): void {
    const kept = this.segment === '' ? null : (findSegment(model.session, this.segment) ?? null);
    this.isMissing = this.segment !== '' && kept === null;
    model.segment = kept;
    if (kept) model.set(kept.document);
    if (this.#value) model.set(this.#value);
    if (kept && !this.#value) model.settle();
  }

  #drop(): void {
    clearTimeout(this.#rest);
    this.#leave?.();
    this.#leave = null;
    this.#finding?.close();
    this.#finding = null;
    this.#saving?.close();
    this.#saving = null;
    this.model = null;
    this.#context = null;
    this.#entered = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { model } = this;
    if (changed.has('segment') && model && changed.get('segment') !== undefined) {
      this.#value = null;
      if (this.segment === '') {
        model.segment = null;
        model.set(EVERYONE);
        this.isMissing = false;
      } else this.#load(model);
    }
    if (changed.has('scope') && this.hasUpdated) this.#ask();
    const { terms, format, session } = this.#session;
    if (!model || !session) this.#context = null;
    else {
      const next = { model, terms, format, records: this.#records.of(session.catalogue.records) };
      const keys = Object.keys(next) as (keyof BuilderContext)[];
      if (keys.some((key) => this.#context?.[key] !== next[key])) this.#context = next;
    }
  }

  protected override render(): TemplateResult {
    const { lang, terms } = this.#session;
    const context = this.#context;
    const step = this.#width.step ?? 'wide';
    return html`<div
      class="root builder ${step}"
      part="base"
      lang=${lang}
      @clientele-builder-say-0=${(event: BuilderSayEvent) => this.#announcer.announce(event.text)}
    >
      ${this.#announcer.render()}
      ${context ? this.#renderBuilder(context, step) : sessionState(this.#session)}
      <div class="dialogs"></div>
      <clientele-toasts-0 dismiss-label=${terms.common.close}></clientele-toasts-0>
    </div>`;
  }

  #renderBuilder(context: BuilderContext, step: 'narrow' | 'medium' | 'wide'): TemplateResult {
    const { model } = context;
    const { builder } = this.#session.terms;
    if (this.isMissing) return missingState(context, () => this.#startAnew());
    if (!model.session.can('see')) return sessionState({ ...this.#states, state: 'forbidden' });
    return layout(context, {
      heading: this.heading || model.segment?.name || builder.title,
      step,
      finding: this.#finding as Finding,
      answers: this.answers,
      withApply: this.withApply || this.list !== null || this.listId !== '',
      withCancel: this.withCancel,
      withSave: !this.withoutSave,
      onBar: this.#handleBar,
    });
  }

  get #states(): Parameters<typeof sessionState>[0] {
    const { error, terms } = this.#session;
    return { state: this.#session.state, error, terms, retry: () => this.#session.retry() };
  }

  #startAnew(): void {
    this.segment = '';
  }

  #changed(): void {
    const { model } = this;
    if (!model) return;
    this.requestUpdate();
    if (model.document === this.#told) return;
    this.#told = model.document;
    this.#ask();
    const detail = { document: model.document, issues: model.faults.all };
    this.dispatchEvent(segmentEvent('clientele-segment-change', detail));
  }

  #ask(): void {
    const { model } = this;
    if (model) this.#finding?.ask(model.isSound ? within(model.document, this.scope) : null);
  }

  #answered(): void {
    this.answers++;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const { count = null, isOld = true } = this.#finding ?? {};
      if (count !== null && !isOld) this.#announcer.announce(this.#session.terms.common.count.clients(count));
    }, REST_MS);
  }

  #step(which: 'undo' | 'redo'): boolean {
    const { said } = this.#session.terms.builder;
    const isDone = this.model?.[which]() ?? false;
    this.#announcer.announce(isDone ? said[which === 'undo' ? 'undone' : 'redone'] : said.nothingToUndo);
    return isDone;
  }

  #saved(detail: SegmentSavedDetail): void {
    const { model } = this;
    if (detail.as === 'segment' && model) {
      model.segment = detail.segment;
      this.segment = detail.segment.id;
      this.#value = model.document;
      model.settle();
    }
    this.dispatchEvent(segmentEvent('clientele-segment-saved', detail));
  }

  #take(theirs: Segment): void {
    const { model } = this;
    if (!model) return;
    model.segment = theirs;
    model.take(theirs.document);
    model.settle();
  }

  async #toast(toast: Toast): Promise<void> {
    await import('../parts/toasts.define.js');
    if (this.isConnected) this.toasts.show(toast);
  }

  readonly #handleBar = ({ what }: BarEvent): void => {
    switch (what) {
      case 'undo':
      case 'redo':
        this.#step(what);
        return;
      case 'clear':
        this.model?.clear();
        return;
      case 'apply':
        return this.apply();
      case 'cancel':
        return this.#cancel();
      case 'copied':
      case 'notCopied':
        void this.#toast({ id: 'copied', text: this.#session.terms.builder.said[what] });
        return;
      default:
        void this.save(what);
    }
  };

  #cancel(): void {
    const isChanged = this.model?.isChanged ?? false;
    if (!this.dispatchEvent(segmentEvent('clientele-segment-cancel', { isChanged }))) return;
    const { model } = this;
    if (model) model.take(model.segment?.document ?? this.#value ?? EVERYONE);
  }

  /** The filters of its list are to become a segment: they come in as one step, which undo takes back. */
  readonly #handleAsked = (event: Event): void => {
    const asked = askedBy(event, this.#target);
    if (!asked || !this.model) return;
    event.preventDefault();
    this.model.take(asked);
    this.scrollIntoView({ block: 'nearest' });
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const which = historyKey(event);
    if (!which) return;
    event.preventDefault();
    this.#step(which);
  };
}

function findSegment(session: Session, id: Id): Segment | undefined {
  return session.description?.segments?.find((one) => one.id === id);
}

export type { SegmentTarget } from './target.js';
export type {
  SegmentBuilderEventMap,
  SegmentSaveDetail,
  SegmentSavedDetail,
} from './segment-builder.events.js';
