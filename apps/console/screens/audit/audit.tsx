import { useMutation } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { Page } from '../../parts/page';
import { Draft, type DraftAsked } from './draft';
import { FigureTable } from './figure-table';
import { FindingList } from './finding-list';
import { type Level, levels } from './levels';
import { MarkedText } from './marked-text';

type Shown = '发现' | '数字';

/** 报告校核: a draft on the left with its doubtful places marked, what was found on the right. Nothing is kept. */
export function Audit() {
  const [asked, setAsked] = useState<DraftAsked>({});
  const check = useMutation({
    mutationFn: (body: DraftAsked) => answerOf(api.POST('/api/v1/reports/audit', { body })),
  });
  const submit = (draft: DraftAsked) => {
    setAsked(draft);
    check.mutate(draft);
  };
  if (check.data === undefined)
    return (
      <Page title="报告校核">
        <Draft asked={asked} pending={check.isPending} error={check.error} onSubmit={submit} />
      </Page>
    );
  const again = () => {
    // A file that was read is gone on as its text, which can then be changed in place.
    setAsked({ text: check.data.text, year: asked.year });
    check.reset();
  };
  return (
    <Page title="报告校核" extra={<Button onClick={again}>修改后再校</Button>}>
      <Audited audit={check.data} />
    </Page>
  );
}

function Audited(props: { audit: Schemas['AuditDto'] }) {
  const { text, figures, findings } = props.audit;
  const [shown, setShown] = useState<Shown>('发现');
  const [hidden, setHidden] = useState<readonly Level[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const visible = findings.flatMap((finding, index) => (hidden.includes(finding.level) ? [] : [{ finding, index }]));
  const counts = levels.map((level) => `${level}${findings.filter((f) => f.level === level).length}`).join('，');
  return (
    <>
      <output className="quiet audit-summary">
        读出{figures.length}个数字；{findings.length === 0 ? '没有发现矛盾' : counts}
      </output>
      <div className="audit">
        <MarkedText
          text={text}
          found={shown === '发现' ? visible : []}
          chosen={chosen}
          onChoose={(index) => {
            setShown('发现');
            setChosen(index);
          }}
        />
        <section className="audit-side" aria-label="校核结果">
          <Segmented<Shown>
            value={shown}
            options={[
              { value: '发现', label: `发现 ${findings.length}` },
              { value: '数字', label: `读出的数字 ${figures.length}` },
            ]}
            onChange={setShown}
          />
          {shown === '发现' ? (
            <FindingList
              findings={findings}
              visible={visible}
              hidden={hidden}
              onHide={setHidden}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : (
            <FigureTable figures={figures} />
          )}
        </section>
      </div>
    </>
  );
}
