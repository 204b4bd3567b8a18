import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { FieldDoc } from '../api/queries';
import { DayInput } from '../parts/day-input';
import { MoneyInput } from '../parts/money-input';
import { CasePicker, PeoplePicker, PersonPicker, TargetPicker } from '../parts/pickers';
import { PartiesField } from './parties-field';
import { FIELDS } from './values';

/** Text of more characters than this gets a box of its own width. */
const LONG_TEXT = 400;
const FEW_OPTIONS = 3;

/** The fields of an edge, in the procedure's order, two columns where they are short. */
export function EdgeFields(props: { caseKind: string; docs: readonly FieldDoc[]; today: string }) {
  return (
    <div className="fields">
      {props.docs.map((doc) => (
        <div key={doc.name} className={isWide(doc) ? 'field-wide' : undefined}>
          <EdgeField caseKind={props.caseKind} doc={doc} today={props.today} />
        </div>
      ))}
    </div>
  );
}

const isWide = (doc: FieldDoc): boolean =>
  doc.type === 'parties' || (doc.type === 'text' && ((doc.lines ?? 1) > 1 || (doc.max ?? 0) > LONG_TEXT));

function EdgeField(props: { caseKind: string; doc: FieldDoc; today: string }) {
  const { doc } = props;
  if (doc.type === 'parties') return <PartiesField caseKind={props.caseKind} doc={doc} />;
  const common = {
    name: [FIELDS, doc.name],
    extra: doc.hint ?? undefined,
    rules: doc.required ? [{ required: true, message: `请填写${doc.label}` }] : [],
  };
  if (doc.type === 'flag')
    return (
      <Form.Item {...common} valuePropName="checked">
        <Checkbox>{doc.label}</Checkbox>
      </Form.Item>
    );
  return (
    <Form.Item {...common} label={doc.label}>
      {controlOf(doc, props.today)}
    </Form.Item>
  );
}

/** The control takes its id, value and change handler from the Form.Item around it. */
function controlOf(doc: FieldDoc, today: string) {
  switch (doc.type) {
    case 'day':
      return <DayInput latest={doc.future ? undefined : today} required={doc.required} />;
    case 'text':
      return (doc.lines ?? 1) > 1 ? (
        <Input.TextArea
          autoSize={{ minRows: Math.min(doc.lines ?? 3, 4), maxRows: 14 }}
          maxLength={doc.max ?? undefined}
          showCount
        />
      ) : (
        <Input maxLength={doc.max ?? undefined} />
      );
    case 'code':
      return doc.required && doc.options.length <= FEW_OPTIONS && doc.options.every((o) => o.label.length <= 12) ? (
        <Radio.Group options={doc.options} />
      ) : (
        <Select showSearch optionFilterProp="label" allowClear={!doc.required} options={doc.options} />
      );
    case 'count':
      return (
        <InputNumber<number> min={doc.min ?? 0} max={doc.max ?? undefined} precision={0} style={{ width: '100%' }} />
      );
    case 'money':
      return <MoneyInput />;
    case 'person':
      return <PersonPicker allowClear={!doc.required} />;
    case 'people':
      return <PeoplePicker />;
    case 'organisation':
      return <TargetPicker />;
    case 'case':
      return <CasePicker />;
    case 'party':
      return (
        <Select
          showSearch
          optionFilterProp="label"
          allowClear={!doc.required}
          options={doc.options}
          notFoundContent="本案没有这种身份的当事人"
        />
      );
    default:
      return null; // flags and parties have been drawn above
  }
}
