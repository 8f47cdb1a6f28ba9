package stt.accounts;

import stt.mail.Mail;

/**
 * What is mailed to accounts, and to those who want one.
 *
 * @param base where people reach this server, such as {@code https://stt.example.org}
 */
record Letters(String base) {

    Letters {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** To somebody who has signed up. */
    Mail welcome(String to, SecretToken link) {
        return new Mail(
                to,
                "Verify your e-mail address",
                """
                Somebody, probably you, has signed up at %s with this e-mail address.

                To verify the address and to activate the account and its API key, open this within a day:

                %s

                If it was not you, do nothing: no account will be made.
                """
                        .formatted(base, page("verify-email", link)));
    }

    /** To the owner of an account, with whose address somebody has signed up again. */
    Mail signUpAgain(String to) {
        return new Mail(
                to,
                "You have an account already",
                """
                Somebody, probably you, has signed up at %s with this e-mail address, which has an account already.
                Nothing has changed. If you do not know your password, ask for a new one on the sign-in page.
                """
                        .formatted(base));
    }

    /** To the new address of an account. */
    Mail newAddress(String to, SecretToken link) {
        return new Mail(
                to,
                "Verify your new e-mail address",
                """
                An account at %s is to have this e-mail address. To confirm it, open this within a day:

                %s

                If it was not you, do nothing.
                """
                        .formatted(base, page("verify-email", link)));
    }

    /** To the old address of an account that gets another. */
    Mail addressChanges(String to) {
        return new Mail(
                to,
                "Your e-mail address is being changed",
                """
                Your account at %s is to have another e-mail address, as soon as that one is confirmed.
                If it was not you, change your password, and revoke the API keys that you do not know.
                """
                        .formatted(base));
    }

    /** To somebody who has forgotten the password. */
    Mail newPassword(String to, SecretToken link) {
        return new Mail(
                to,
                "Choose a new password",
                """
                Somebody, probably you, has asked for a new password at %s. To choose one, open this within an hour:

                %s

                If it was not you, do nothing: your password stays as it is.
                """
                        .formatted(base, page("reset-password", link)));
    }

    /** After the password has changed. */
    Mail passwordChanged(String to) {
        return new Mail(
                to,
                "Your password has been changed",
                """
                The password of your account at %s has been changed. If it was not you, ask for a new one at once.
                """
                        .formatted(base));
    }

    /** After the account has been closed. */
    Mail accountClosed(String to) {
        return new Mail(
                to,
                "Your account has been closed",
                """
                Your account at %s has been closed, and all that belonged to it has been removed: transcripts, keys, credits.
                If it was not you, tell the administrator.
                """
                        .formatted(base));
    }

    /** The secret stands behind the #: browsers keep that to themselves, so no log and no other site sees it. */
    private String page(String name, SecretToken link) {
        return base + '/' + name + "#token=" + link.text();
    }
}
