// The network as SVG: every mark is a real element, so it prints, scales, takes the
// keyboard and shows whatever a name holds as text. No library, no evaluated code.
const NS = 'http://www.w3.org/2000/svg';
const SHAPES = {
  circle: 'M-11 0A11 11 0 1 0 11 0A11 11 0 1 0 -11 0Z',
  square: 'M-10-10H10V10H-10Z',
  triangle: 'M0-12L12 9H-12Z',
  triangleDown: 'M0 12L12-9H-12Z',
  diamond: 'M0-13L13 0L0 13L-13 0Z',
  star: 'M0-13L3.7-4.6L12.8-4L5.9 2L8 11L0 6.2L-8 11L-5.9 2L-12.8-4L-3.7-4.6Z',
  hexagon: 'M-6-11H6L12 0L6 11H-6L-12 0Z',
  pentagon: 'M0-12L11.5-3.5L7 10.5H-7L-11.5-3.5Z',
};
const FONT = '12px "Noto Sans", "Noto Sans Arabic", sans-serif';
const ruler = document.createElement('canvas').getContext('2d');

function make(name, attributes, parent) {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
}

class Picture {
  constructor(box, data, pick) {
    this.box = box;
    this.pick = pick;
    this.data = data;
    this.k = 1;
    this.tx = 0;
    this.ty = 0;
    this.svg = make('svg', { role: 'group', 'aria-label': data.label, class: 'net' });
    box.querySelector('.stage').replaceChildren(this.svg);
    this.drawEdges();
    this.drawNodes();
    this.listen();
    this.fit();
    new ResizeObserver(() => this.fit()).observe(box);
  }

  drawEdges() {
    this.edges = this.data.edges.map((edge) => {
      const line = make('line', { class: edge.dashed ? 'edge dashed' : 'edge', 'stroke-width': edge.width }, this.svg);
      make('title', {}, line).textContent = edge.title;
      return { ...edge, line };
    });
  }

  drawNodes() {
    this.nodes = new Map();
    for (const node of this.data.nodes) {
      const g = make('g', { class: `node${node.centre ? ' centre' : ''}`, role: 'button', tabindex: -1, 'data-id': node.id, 'aria-label': node.spoken }, this.svg);
      make('path', { d: SHAPES[node.shape] ?? SHAPES.pentagon, fill: node.color, transform: `scale(${node.size})` }, g);
      make('text', { class: 'letter', fill: node.ink, y: node.shape === 'triangle' ? 6 : 3.5 }, g).textContent = node.letter;
      const label = make('text', { class: `label${node.centre ? ' centre' : ''}` });
      node.label.forEach((line, at) => {
        make('tspan', { x: 0, y: 12 * node.size + 13 + 14 * at }, label).textContent = line;
      });
      make('title', {}, g).textContent = node.spoken;
      ruler.font = FONT;
      const width = Math.max(...node.label.map((line) => ruler.measureText(line).width)) + 8;
      this.nodes.set(node.id, { ...node, g, label, width, lines: node.label.length });
      for (const [event, on] of [['pointerenter', true], ['pointerleave', false], ['focus', true], ['blur', false]]) {
        g.addEventListener(event, () => label.classList.toggle('met', on));
      }
    }
    // Labels lie above all nodes, so that none is cut off by what was drawn after it.
    for (const { label } of this.nodes.values()) this.svg.append(label);
    this.ranked = [...this.nodes.values()].sort((a, b) => b.centre - a.centre || b.links - a.links);
    this.reach(this.ranked[0]?.id);
  }

  // Only one node is in the tab order; arrows walk from it to its neighbours.
  reach(id, focus = false) {
    for (const node of this.nodes.values()) node.g.setAttribute('tabindex', node.id === id ? 0 : -1);
    if (focus) this.nodes.get(id)?.g.focus({ preventScroll: true });
  }

  select(id) {
    this.selected = id;
    const near = new Set([id]);
    for (const { from, to, line } of this.edges) {
      const touches = from === id || to === id;
      line.classList.toggle('touched', touches);
      if (touches) near.add(from).add(to);
    }
    for (const node of this.nodes.values()) {
      node.g.setAttribute('aria-pressed', node.id === id);
      for (const element of [node.g, node.label]) {
        element.classList.toggle('selected', node.id === id);
        element.classList.toggle('faded', this.nodes.has(id) && !near.has(node.id));
      }
    }
    if (this.nodes.has(id)) this.reach(id);
    this.labels();
  }

  fit() {
    const { width, height } = this.box.querySelector('.stage').getBoundingClientRect();
    const all = [...this.nodes.values()];
    if (!all.length || !width) return;
    const xs = all.map((node) => node.x);
    const ys = all.map((node) => node.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    this.k = Math.min(1.4, (width - 150) / Math.max(1, right - left), (height - 90) / Math.max(1, bottom - top));
    this.tx = width / 2 - (this.k * (left + right)) / 2;
    this.ty = height / 2 - 12 - (this.k * (top + bottom)) / 2;
    this.place();
  }

  zoom(factor, x, y) {
    const { width, height } = this.svg.getBoundingClientRect();
    const [cx, cy] = [x ?? width / 2, y ?? height / 2];
    const k = Math.min(5, Math.max(0.15, this.k * factor));
    this.tx = cx - ((cx - this.tx) * k) / this.k;
    this.ty = cy - ((cy - this.ty) * k) / this.k;
    this.k = k;
    this.place();
  }

  place() {
    const at = (node) => [this.tx + this.k * node.x, this.ty + this.k * node.y];
    for (const node of this.nodes.values()) {
      for (const element of [node.g, node.label]) element.setAttribute('transform', `translate(${at(node)})`);
    }
    for (const { from, to, line } of this.edges) {
      const [x1, y1] = at(this.nodes.get(from));
      const [x2, y2] = at(this.nodes.get(to));
      for (const [key, value] of Object.entries({ x1, y1, x2, y2 })) line.setAttribute(key, value);
    }
    this.labels();
  }

  // A label that would cover another, or a node, is left out until there is room; the better linked come first.
  labels() {
    const meets = (a, b) => a[2] > b[0] && a[0] < b[2] && a[3] > b[1] && a[1] < b[3];
    const spots = new Map();
    for (const node of this.nodes.values()) {
      const [x, y, r] = [this.tx + this.k * node.x, this.ty + this.k * node.y, 9 * node.size];
      spots.set(node.id, [x - r, y - r, x + r, y + r]);
    }
    const taken = [];
    const first = (node) => (node.id === this.selected || node.centre ? 0 : 1);
    for (const node of [...this.ranked].sort((a, b) => first(a) - first(b))) {
      const [left, , right, bottom] = spots.get(node.id);
      const [x, y] = [(left + right) / 2, bottom + 3 * node.size + 2];
      const box = [x - node.width / 2, y, x + node.width / 2, y + 14 * node.lines];
      const free = taken.every((other) => !meets(box, other)) && (!first(node) || [...spots.values()].every((spot) => !meets(box, spot)));
      node.label.classList.toggle('quiet', !free);
      if (free) taken.push(box);
    }
  }

  walk(id, dx, dy) {
    const from = this.nodes.get(id);
    let best = null;
    for (const node of this.nodes.values()) {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const along = x * dx + y * dy;
      if (node.id === id || along <= 0) continue;
      const cost = along + 2.5 * Math.abs(x * dy - y * dx);
      if (!best || cost < best.cost) best = { id: node.id, cost };
    }
    if (best) this.reach(best.id, true);
  }

  listen() {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    this.svg.addEventListener('keydown', (event) => {
      const id = event.target.dataset?.id;
      if (id && steps[event.key]) this.walk(id, ...steps[event.key]);
      else if (id && (event.key === 'Enter' || event.key === ' ')) this.chosen(id);
      else if (event.key === '+') this.zoom(1.25);
      else if (event.key === '-') this.zoom(0.8);
      else if (event.key === '0') this.fit();
      else return;
      event.preventDefault();
    });
    this.svg.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // the page scrolls; with Ctrl the picture zooms
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.offsetX, event.offsetY);
    }, { passive: false });
    this.drag();
    const [more, less, all] = this.box.querySelectorAll('.tools button');
    more.onclick = () => this.zoom(1.25);
    less.onclick = () => this.zoom(0.8);
    all.onclick = () => this.fit();
  }

  drag() {
    let last = null;
    let moved = 0;
    this.svg.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      last = [event.clientX, event.clientY];
      moved = 0;
    });
    this.svg.addEventListener('pointermove', (event) => {
      if (!last) return;
      const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved < 4) return;
      this.svg.setPointerCapture(event.pointerId);
      last = [event.clientX, event.clientY];
      this.tx += dx;
      this.ty += dy;
      this.place();
    });
    const end = () => { last = null; };
    this.svg.addEventListener('pointerup', end);
    this.svg.addEventListener('pointercancel', end);
    this.svg.addEventListener('click', (event) => {
      const id = event.target.closest('.node')?.dataset.id;
      if (id && moved < 4) this.chosen(id);
    });
  }

  chosen(id) {
    this.select(id);
    this.pick(id);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector('.network');
  box.style.height = `${data.height}px`;
  box.querySelectorAll('.tools button').forEach((button, at) => {
    button.setAttribute('aria-label', data.words[at]);
    button.title = data.words[at];
  });
  box.pick = (id) => setTriggerValue('picked', id);
  if (box.signature !== data.signature) {
    box.signature = data.signature;
    box.picture = new Picture(box, data, (id) => box.pick(id));
  }
  box.picture.select(data.selected);
  box.dataset.ready = '1';
}
