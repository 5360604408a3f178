import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { ProfileForm } from './profile-form';

/** Where people say who they are. */
export function EditProfilePage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('profile.edit')} back />
      <SignedIn>
        <ProfileForm />
      </SignedIn>
    </>
  );
}
