import { Logo } from './logo';
import './splash.scss';

/** What shows for the moment before anything else can. */
export function Splash() {
  return (
    <div className="splash">
      <Logo size={64} />
    </div>
  );
}
