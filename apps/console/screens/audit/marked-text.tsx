import { useEffect, useRef } from 'react';
import { type Level, levels, type Numbered } from './levels';

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Findings that lie here, the gravest first. */
  readonly found: readonly Numbered[];
}

/** The draft as it was read; a place of several findings bears the gravest one's colour. */
export function MarkedText(props: {
  text: string;
  found: readonly Numbered[];
  chosen: number | null;
  onChoose: (index: number) => void;
}) {
  const { text, found, chosen, onChoose } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen === null) return;
    const mark = place.current?.querySelector<HTMLElement>('mark.audit-chosen');
    // The text alone moves, not the page.
    if (place.current && mark) place.current.scrollTop = mark.offsetTop - place.current.clientHeight / 2;
  }, [chosen]);
  return (
    // Reachable by keyboard, so that a long draft can be scrolled without a mouse.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="audit-text" aria-label="报告稿" ref={place} tabIndex={0}>
      {piecesOf(text, found).map((piece) => (
        <PieceOfText key={piece.start} piece={piece} text={text} chosen={chosen} onChoose={onChoose} />
      ))}
    </section>
  );
}

function PieceOfText(props: { piece: Piece; text: string; chosen: number | null; onChoose: (index: number) => void }) {
  const { start, end, found } = props.piece;
  const words = props.text.slice(start, end);
  const [first] = found;
  if (first === undefined) return words;
  const isChosen = found.some(({ index }) => index === props.chosen);
  return (
    // The list beside gives the same by keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <mark
      className={`audit-${toneClass[first.finding.level]}${isChosen ? ' audit-chosen' : ''}`}
      title={found.map(({ finding }) => `${finding.level}：${finding.message}`).join('\n')}
      onClick={() => props.onChoose(first.index)}
    >
      {words}
    </mark>
  );
}

const toneClass: Readonly<Record<Level, string>> = { 错误: 'error', 存疑: 'doubt', 提示: 'hint' };

/** The text cut at every edge of a span. */
function piecesOf(text: string, found: readonly Numbered[]): readonly Piece[] {
  const edges = new Set([0, text.length]);
  for (const { finding } of found)
    for (const { start, end } of finding.spans) {
      edges.add(start);
      edges.add(end);
    }
  const sorted = [...edges].sort((a, b) => a - b);
  const grave = ({ finding }: Numbered) => levels.indexOf(finding.level);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? text.length;
    const here = found.filter(({ finding }) => finding.spans.some((s) => s.start <= start && end <= s.end));
    return { start, end, found: here.sort((a, b) => grave(a) - grave(b)) };
  });
}
