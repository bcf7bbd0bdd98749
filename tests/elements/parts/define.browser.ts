import { expect } from 'chai';
import { defineElement } from '../../../src/elements/parts/define.js';

const warnings: string[] = [];
const original = console.warn;

const element = (): CustomElementConstructor => class extends HTMLElement {};

describe('defineElement', () => {
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...args: unknown[]) => warnings.push(args.join(' '));
  });
  afterEach(() => {
    console.warn = original;
  });

  it('registers a tag once, and the same class again silently', () => {
    const First = element();
    defineElement('test-define-a', First, '1.0.0');
    defineElement('test-define-a', First, '1.0.0');
    expect(customElements.get('test-define-a')).to.equal(First);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves a tag that another version took, and says so once with both versions', () => {
    const First = element();
    defineElement('test-define-b', First, '0.9.0');
    defineElement('test-define-b', element(), '0.1.0');
    defineElement('test-define-b', element(), '0.1.0');
    expect(customElements.get('test-define-b')).to.equal(First);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('0.9.0').and.to.contain('0.1.0').and.to.contain('test-define-b');
  });

  it('tells of a tag that a stranger took', () => {
    customElements.define('test-define-c', element());
    defineElement('test-define-c', element());
    expect(warnings[0]).to.contain('another library');
  });

  it('never throws, not even for a name that is none', () => {
    expect(() => defineElement('nodash', element())).not.to.throw();
    expect(warnings).to.have.length(1);
  });
});
