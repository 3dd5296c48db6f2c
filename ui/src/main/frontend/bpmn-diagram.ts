import { html, LitElement, type PropertyValues } from 'lit';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import ownCss from './bpmn-diagram.css?inline';

interface Canvas {
  zoom(scale?: number | 'fit-viewport', center?: 'auto'): number;
  resized(): void;
  addMarker(element: string, marker: string): void;
}

interface Words {
  diagram: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
  waitsHere: string;
  passed: string;
}

interface Figure {
  id: string;
  text: string;
  href: string;
  late: boolean;
}

const NO_WORDS: Words = { diagram: '', zoomIn: '', zoomOut: '', fit: '', waitsHere: '', passed: '' };

/** Vertical room that a diagram may take, so that a long and flat model leaves no empty box. */
const LOWEST = 180;
const HIGHEST = 600;

/** Fitting to the very edge would cut labels and marks. */
const WITH_MARGIN = 0.95;

function installStyle() {
  const id = 'sluice-bpmn-diagram-style';
  if (!document.getElementById(id)) {
    const style = document.createElement('style');
    style.id = id;
    style.textContent = `${diagramCss}\n${bpmnCss}\n${ownCss}`;
    document.head.append(style);
  }
}

/**
 * Draws a BPMN model and says by tone and by shape where its token stands and where it has been.
 * Light DOM: bpmn-js looks its elements up in the document. The bpmn.io mark stays, as its licence asks.
 */
class BpmnDiagram extends LitElement {
  static properties = {
    xml: { type: String },
    active: { attribute: false },
    passed: { attribute: false },
    figures: { attribute: false },
    words: { attribute: false },
  };

  declare xml: string;
  declare active: string[];
  declare passed: string[];
  declare figures: Figure[];
  declare words: Words;

  private viewer?: NavigatedViewer;
  private readonly sizes = new ResizeObserver(() => this.fit());
  private asked = 0;

  constructor() {
    super();
    this.xml = '';
    this.active = [];
    this.passed = [];
    this.figures = [];
    this.words = NO_WORDS;
  }

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    installStyle();
    if (this.hasUpdated) {
      this.draw();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  render() {
    const button = (label: string, sign: string, act: () => void) =>
      html`<button type="button" title=${label} aria-label=${label} @click=${act}>${sign}</button>`;
    return html`
      <div class="zoom" role="group" aria-label=${this.words.diagram}>
        ${button(this.words.zoomIn, '+', () => this.scale(1.25))}
        ${button(this.words.zoomOut, '−', () => this.scale(0.8))}
        ${button(this.words.fit, '⤢', () => this.fit())}
      </div>
      <div class="frame">
        <div
          class="stage"
          @keydown=${this.onKey}
          @focusin=${() => this.wheel(true)}
          @focusout=${() => this.wheel(false)}
        ></div>
      </div>
    `;
  }

  protected updated(changed: PropertyValues) {
    if (changed.has('xml') || changed.has('active') || changed.has('passed') || changed.has('figures') || changed.has('words')) {
      this.draw();
    }
  }

  private async draw() {
    const mine = ++this.asked;
    this.sizes.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
    if (!this.xml) {
      return;
    }
    const stage = this.querySelector<HTMLElement>('.stage')!;
    const viewer = new NavigatedViewer({ container: stage, zoomScroll: { enabled: false } });
    this.viewer = viewer;
    try {
      await viewer.importXML(this.xml);
    } catch (error) {
      stage.replaceChildren(document.createTextNode(String(error)));
      return;
    }
    if (mine !== this.asked) {
      return;
    }
    this.describe(stage);
    this.mark(viewer);
    this.grow();
    this.sizes.observe(stage);
  }

  /** The drawing is one picture to a screen reader; what it says stands as text below it. */
  private describe(stage: HTMLElement) {
    const svg = stage.querySelector('svg[data-element-id], .djs-container > svg');
    svg?.setAttribute('role', 'img');
    svg?.setAttribute('aria-label', this.words.diagram);
  }

  private mark(viewer: NavigatedViewer) {
    const canvas = viewer.get<Canvas>('canvas');
    const registry = viewer.get<{ get(id: string): { width?: number } | undefined }>('elementRegistry');
    const overlays = viewer.get<{ add(id: string, overlay: object): string }>('overlays');
    const badge = (sign: string, kind: string, title: string) => {
      const span = document.createElement('span');
      span.className = `mark ${kind}`;
      span.textContent = sign;
      span.title = title;
      span.setAttribute('aria-hidden', 'true');
      return span;
    };
    const known = (ids: string[]) => ids.filter((id) => registry.get(id)?.width !== undefined);
    for (const id of known(this.passed).filter((each) => !this.active.includes(each))) {
      canvas.addMarker(id, 'sluice-passed');
      overlays.add(id, { position: { top: -9, right: 9 }, html: badge('✓', 'passed', this.words.passed) });
    }
    for (const figure of this.figures.filter((each) => registry.get(each.id)?.width !== undefined)) {
      const link = document.createElement('a');
      link.className = figure.late ? 'tally late' : 'tally';
      link.href = figure.href;
      link.textContent = figure.text;
      overlays.add(figure.id, { position: { top: -14, left: 4 }, html: link });
    }
    for (const id of known(this.active)) {
      canvas.addMarker(id, 'sluice-active');
      overlays.add(id, { position: { top: -12, left: -12 }, html: badge('▶', 'active', this.words.waitsHere) });
    }
  }

  /** Gives the stage the height that the model needs at this width. */
  private grow() {
    const stage = this.querySelector<HTMLElement>('.stage');
    const box = this.viewer?.get<{ viewbox(): { inner: { width: number; height: number } } }>('canvas').viewbox().inner;
    if (stage && box && box.width > 0 && stage.clientWidth > 0) {
      const scale = Math.min(1, stage.clientWidth / (box.width + 40));
      stage.style.height = `${Math.round(Math.min(HIGHEST, Math.max(LOWEST, box.height * scale + 60)))}px`;
    }
  }

  private fit() {
    const stage = this.querySelector<HTMLElement>('.stage');
    if (this.viewer && stage && stage.clientWidth > 0 && stage.clientHeight > 0) {
      this.grow();
      const canvas = this.viewer.get<Canvas>('canvas');
      canvas.resized();
      canvas.zoom(Math.min(1, canvas.zoom('fit-viewport', 'auto') * WITH_MARGIN), 'auto');
      this.lookAtToken();
    }
  }

  /** In a narrow window the frame scrolls: it starts where the token is. */
  private lookAtToken() {
    const frame = this.querySelector<HTMLElement>('.frame');
    const token = this.querySelector('.sluice-active')?.getBoundingClientRect();
    if (frame && token && frame.scrollWidth > frame.clientWidth) {
      frame.scrollLeft += token.left + token.width / 2 - frame.getBoundingClientRect().left - frame.clientWidth / 2;
    }
  }

  private scale(factor: number) {
    const canvas = this.viewer?.get<Canvas>('canvas');
    canvas?.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), 'auto');
  }

  /** The wheel belongs to the page until somebody steps into the diagram. */
  private wheel(on: boolean) {
    this.viewer?.get<{ toggle(enabled: boolean): void }>('zoomScroll').toggle(on);
  }

  private onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const acts: Record<string, () => void> = {
      '+': () => this.scale(1.25),
      '=': () => this.scale(1.25),
      '-': () => this.scale(0.8),
      '0': () => this.fit(),
    };
    const act = acts[event.key];
    if (act) {
      act();
      event.preventDefault();
    }
  }
}

customElements.define('sluice-bpmn-diagram', BpmnDiagram);
