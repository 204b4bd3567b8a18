import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { FieldDoc } from '../../api/queries';
import { DayInput } from '../../parts/day-input';
import { MoneyInput } from '../../parts/money-input';
import { OrganisationPicker } from '../../parts/pickers';
import { type Draft, type Mistakes, type Side, sides } from './draft';
import { NameList, nameInput } from './name-list';

interface Props {
  docs: readonly FieldDoc[];
  today: string;
  draft: Draft;
  organisationId: string | undefined;
  mistakes: Mistakes;
  saving: boolean;
  onChange: (part: Partial<Draft>) => void;
  onSubmit: () => void;
  onClear: () => void;
}

export function SettleForm(props: Props) {
  const { draft, docs, mistakes, onChange } = props;
  const [more, setMore] = useState(false);
  // A fresh form, after each save too, begins at the first name.
  useEffect(() => document.getElementById(nameInput('applicant', 0))?.focus(), []);
  // What is wrong is gone to at once: the hands are on the keyboard.
  useEffect(() => focusOn(Object.keys(mistakes)[0]), [mistakes]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    props.onSubmit();
  };
  const doc = (name: string) => docs.find((d) => d.name === name);
  const roles = doc('parties')?.roles ?? [];
  const rowsOf = (side: 'applicant' | 'respondent') => (rows: readonly Side[]) => onChange({ [side]: rows });
  const after = { applicant: nameInput('respondent', 0), respondent: 'settle-dispute_type' };
  const part = (name: string) => ({ name, label: doc(name)?.label ?? name, mistake: mistakes[name] });
  return (
    // Ctrl+Enter saves from wherever the cursor stands; the fields inside are the interactive ones.
    <Form layout="vertical" onKeyDown={onKey} onFinish={props.onSubmit} component="form">
      <div className="sides">
        {sides.map((side) => (
          <NameList
            key={side}
            side={side}
            label={roles.find((r) => r.value === side)?.label ?? side}
            rows={draft[side]}
            mistakes={mistakes}
            detailed={more}
            onChange={rowsOf(side)}
            onDone={() => document.getElementById(after[side])?.focus()}
          />
        ))}
      </div>
      <div className="settle-row">
        <Part {...part('dispute_type')} required>
          <Select
            id="settle-dispute_type"
            showSearch
            optionFilterProp="label"
            placeholder="输入几个字即可查找"
            value={draft.dispute_type}
            onChange={(dispute_type) => onChange({ dispute_type })}
            options={doc('dispute_type')?.options}
            aria-invalid={mistakes.dispute_type !== undefined}
          />
        </Part>
        <Part name="happened_on" label="调解日期" mistake={mistakes.happened_on} required>
          <DayInput
            id="settle-happened_on"
            value={draft.happened_on ?? props.today}
            onChange={(happened_on) => onChange({ happened_on })}
            latest={props.today}
            required
          />
        </Part>
        <Part name="organisation_id" label="调解组织" mistake={mistakes.organisation_id} required>
          <OrganisationPicker
            id="settle-organisation_id"
            value={props.organisationId}
            onChange={(id) => onChange({ organisation_id: id ?? null })}
          />
        </Part>
      </div>
      <Part {...part('summary')} required>
        <Input.TextArea
          id="settle-summary"
          value={draft.summary}
          onChange={(e) => onChange({ summary: e.target.value })}
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={doc('summary')?.max ?? undefined}
          placeholder="何时何地因何事发生纠纷"
          aria-invalid={mistakes.summary !== undefined}
        />
      </Part>
      <Part {...part('outcome')} required>
        <Radio.Group
          id="settle-outcome"
          value={draft.outcome}
          onChange={(e) => onChange({ outcome: e.target.value })}
          options={doc('outcome')?.options}
        />
      </Part>
      {more && <More {...props} doc={doc} part={part} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={props.saving}>
          保存
        </Button>
        <Button onClick={() => setMore(!more)} aria-expanded={more}>
          {more ? '收起更多' : '更多：证件、电话、来源、金额、协议内容'}
        </Button>
        <Button type="text" onClick={props.onClear}>
          清空
        </Button>
        <span className="quiet">草稿自动保存在本机浏览器，证件号码和电话除外</span>
      </div>
    </Form>
  );
}

/** Brings the cursor to a field by its name in `Mistakes`. */
function focusOn(name: string | undefined): void {
  if (name === undefined) return;
  const place = document.getElementById(`settle-${name.replace(/\[(\d+)\]$/, '-$1')}`);
  const control = place?.matches('input, textarea') ? place : place?.querySelector('input');
  control?.focus();
}

function More(
  props: Props & {
    doc: (name: string) => FieldDoc | undefined;
    part: (name: string) => { name: string; label: string; mistake: string | undefined };
  },
) {
  const { draft, doc, part, onChange } = props;
  return (
    <>
      <div className="settle-row">
        <Part {...part('origin')}>
          <Select
            id="settle-origin"
            allowClear
            placeholder="主动调解"
            value={draft.origin}
            onChange={(origin) => onChange({ origin: origin ?? null })}
            options={doc('origin')?.options}
          />
        </Part>
        <Part {...part('claim_fen')}>
          <MoneyInput id="settle-claim_fen" value={draft.claim_fen} onChange={(claim_fen) => onChange({ claim_fen })} />
        </Part>
        <Part {...part('agreement_fen')}>
          <MoneyInput
            id="settle-agreement_fen"
            value={draft.agreement_fen}
            onChange={(agreement_fen) => onChange({ agreement_fen })}
          />
        </Part>
      </div>
      <Part {...part('terms')}>
        <Input.TextArea
          id="settle-terms"
          value={draft.terms}
          onChange={(e) => onChange({ terms: e.target.value })}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={doc('terms')?.max ?? undefined}
        />
      </Part>
      <Checkbox
        className="settle-flag"
        checked={draft.unperformed}
        onChange={(e) => onChange({ unperformed: e.target.checked })}
      >
        {doc('unperformed')?.label}（{doc('unperformed')?.hint}）
      </Checkbox>
    </>
  );
}

function Part(props: { name: string; label: string; mistake?: string; required?: boolean; children: ReactNode }) {
  return (
    <Form.Item
      htmlFor={`settle-${props.name}`}
      label={props.label}
      required={props.required}
      validateStatus={props.mistake === undefined ? undefined : 'error'}
      help={props.mistake}
    >
      {props.children}
    </Form.Item>
  );
}
