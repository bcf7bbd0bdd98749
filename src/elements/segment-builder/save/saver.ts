import type { Id, Segment, SegmentDocument } from '../../../contract/index.js';
import type { Session } from '../../../sdk/types.js';
import type { SegmentSaveDetail, SegmentSavedDetail } from '../segment-builder.events.js';

type Kept<K extends 'segment' | 'group'> = Extract<SegmentSavedDetail, { as: K }>;

/** Keeps what was built: as a segment of the library, or as a group of those it finds now. */
export class Saver {
  readonly #session: Session;
  readonly #within: (document: SegmentDocument) => SegmentDocument;
  /** The group that a failed try has made already. */
  #made: { id: Id; group: Kept<'group'>['group'] } | null = null;

  /** @param within puts a document within what the builder is limited to. */
  constructor(session: Session, within: (document: SegmentDocument) => SegmentDocument) {
    this.#session = session;
    this.#within = within;
  }

  /** @throws ClienteleError `stale_version` when somebody else saved it since that version. */
  async segment(id: Id, version: number | null, detail: SegmentSaveDetail): Promise<Kept<'segment'>> {
    const { name, description, hue, document } = detail;
    const segment = await this.#session.saveItem('segments', {
      id,
      version,
      name,
      ...(description === undefined ? {} : { description }),
      ...(hue === undefined ? {} : { hue }),
      document,
    });
    return { as: 'segment', segment };
  }

  /** Makes a group and adds those who are found, as they are now; a second try fills the group of the first. */
  async group(
    id: Id,
    { name, description, hue, document }: SegmentSaveDetail,
    progress: (count: number, total: number) => void,
  ): Promise<Kept<'group'>> {
    const session = this.#session;
    const where = this.#within(document);
    const found = await session.count(where, { token: true });
    const group =
      this.#made?.id === id
        ? this.#made.group
        : await session.saveItem('groups', {
            id,
            version: null,
            name,
            ...(description === undefined ? {} : { description }),
            ...(hue === undefined ? {} : { hue }),
          });
    this.#made = { id, group };
    const started = await session.act({
      action: 'addToGroup',
      params: { groups: [id] },
      selection: {
        found: where,
        except: [],
        count: found.count,
        token: found.token ?? '',
        today: found.today,
      },
    });
    const leave = session.on('job', (job) => {
      if (job.id === started.id) progress(job.total - job.unprocessed, job.total);
    });
    const job = await session.finished(started.id).finally(leave);
    return { as: 'group', group, job };
  }

  /** The segment as it stands now; null: it is gone, or may not be seen any more. */
  async current(id: Id): Promise<Segment | null> {
    const all = await this.#session.library('segments');
    return all.find((one) => one.id === id) ?? null;
  }
}
