import {
  ArrowUpRight,
  CalendarClock,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  ClipboardPaste,
  Clock,
  Copy,
  Download,
  Ellipsis,
  Eye,
  EyeOff,
  FileSpreadsheet,
  FlaskConical,
  Info,
  KeyRound,
  Link,
  ListPlus,
  Lock,
  type LucideIcon,
  MessagesSquare,
  Minus,
  Pencil,
  Plus,
  Printer,
  QrCode,
  RefreshCw,
  Search,
  Send,
  ShieldUser,
  SlidersHorizontal,
  Smartphone,
  SquarePlus,
  Trash2,
  TriangleAlert,
  UserPlus,
  Users,
  WifiOff,
  X,
} from 'lucide-preact';

/** Our names for the drawings; a new icon is a line here. */
const icons = {
  'new-group': SquarePlus,
  people: Users,
  groups: MessagesSquare,
  settings: SlidersHorizontal,
  practice: FlaskConical,
  check: Check,
  done: CircleCheck,
  alert: TriangleAlert,
  cross: CircleX,
  ask: CircleHelp,
  info: Info,
  stop: CircleAlert,
  clock: Clock,
  later: CalendarClock,
  waiting: CircleDashed,
  copy: Copy,
  search: Search,
  close: X,
  down: ChevronDown,
  up: ChevronUp,
  left: ChevronLeft,
  right: ChevronRight,
  plus: Plus,
  minus: Minus,
  more: Ellipsis,
  lock: Lock,
  phone: Smartphone,
  key: KeyRound,
  show: Eye,
  hide: EyeOff,
  link: Link,
  qr: QrCode,
  open: ArrowUpRight,
  refresh: RefreshCw,
  list: ListPlus,
  paste: ClipboardPaste,
  offline: WifiOff,
  pencil: Pencil,
  save: Download,
  print: Printer,
  send: Send,
  admin: ShieldUser,
  'add-person': UserPlus,
  file: FileSpreadsheet,
  bin: Trash2,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

type IconProps = {
  readonly name: IconName;
  readonly kind?: 'ok' | 'warn' | 'bad' | 'quiet' | undefined;
  readonly large?: boolean;
  /** Only where the icon stands alone; beside words it stays silent. */
  readonly label?: string;
};

export function Icon({ name, kind, large = false, label }: IconProps) {
  const Drawing = icons[name];
  const classes = ['icon', kind, large && 'large'].filter(Boolean).join(' ');
  return <Drawing class={classes} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })} />;
}
