import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Loaded } from '../../parts/page';
import { compositionQuery, type Paragraph, patternsQuery, printedText } from './queries';

/** T1 to T21, each with the sentence it would be this year; one of them is taken. */
export function PatternChooser(props: {
  year: number;
  title: string;
  onTake: (paragraph: Paragraph) => void;
  onClose: () => void;
}) {
  const { year } = props;
  const patterns = useQuery(patternsQuery);
  const paragraphs = (patterns.data ?? []).map((p) => p.paragraph);
  const filled = useQuery({
    ...compositionQuery({ year, template: { name: '句式', title: '句式', paragraphs } }),
    enabled: paragraphs.length > 0,
  });
  const example = (id: string): string =>
    (filled.data?.blocks ?? [])
      .filter((b) => b.pattern === id)
      .map(printedText)
      .join('');
  return (
    <Drawer open width={720} title={props.title} onClose={props.onClose}>
      <Loaded of={patterns}>
        {(list) => (
          <ul className="patterns" aria-busy={filled.isFetching}>
            {list.map(({ id, title, paragraph }) => (
              <li key={id}>
                <button type="button" onClick={() => props.onTake(paragraph)} aria-label={`${id} ${title}`}>
                  <strong>
                    {id}　{title}
                  </strong>
                  <span>{example(id) || paragraph.text}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Drawer>
  );
}
