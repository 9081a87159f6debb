import { Component, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { brokenMessages } from '#shared/messages/en/app';
import { Button } from '../ui/Button.tsx';

/** Stands in for the page where something in it broke: what happened, what was kept, what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(JSON.stringify(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className="lone">
        <section className="error" role="alert" aria-label={brokenMessages.title}>
          <div className="error-head">
            <TriangleAlert className="i i-20" aria-hidden="true" />
            <h3>{brokenMessages.title}</h3>
          </div>
          <dl>
            <dt>{brokenMessages.what}</dt>
            <dd>{error.message}</dd>
            <dt>{brokenMessages.kept}</dt>
            <dd>{brokenMessages.keptText}</dd>
            <dt>{brokenMessages.todo}</dt>
            <dd>{brokenMessages.todoText}</dd>
          </dl>
          <div className="error-foot">
            <Button variant="primary" onClick={() => location.reload()}>
              {brokenMessages.reload}
            </Button>
          </div>
        </section>
      </main>
    );
  }
}
