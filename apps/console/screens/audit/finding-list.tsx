import { Checkbox, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { Nothing } from '../../parts/page';
import { type Finding, type Level, levels, type Numbered, tones } from './levels';

/** What was found; choosing one shows its place in the text. */
export function FindingList(props: {
  findings: readonly Finding[];
  visible: readonly Numbered[];
  hidden: readonly Level[];
  onHide: (hidden: readonly Level[]) => void;
  chosen: number | null;
  onChoose: (index: number) => void;
}) {
  const { findings, visible, hidden, chosen } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (chosen === null) return;
    list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (findings.length === 0) return <Nothing>没有发现矛盾。数字是否属实仍须与案件核对。</Nothing>;
  return (
    <>
      <fieldset className="audit-levels">
        <legend>显示</legend>
        {levels.map((level) => (
          <Checkbox
            key={level}
            checked={!hidden.includes(level)}
            onChange={(e) => props.onHide(e.target.checked ? hidden.filter((l) => l !== level) : [...hidden, level])}
          >
            {level} {findings.filter((f) => f.level === level).length}
          </Checkbox>
        ))}
      </fieldset>
      {visible.length === 0 && <Nothing>所选级别没有发现</Nothing>}
      <ol className="audit-findings" ref={list}>
        {visible.map(({ finding, index }) => (
          <li key={index}>
            <button
              type="button"
              className={index === chosen ? 'audit-finding audit-chosen' : 'audit-finding'}
              aria-pressed={index === chosen}
              onClick={() => props.onChoose(index)}
            >
              <Tag color={tones[finding.level]}>{finding.level}</Tag>
              {finding.message}
              <small className="under">算式：{finding.arithmetic}</small>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
