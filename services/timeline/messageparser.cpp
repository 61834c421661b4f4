// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/messageparser.h"

#include <algorithm>
#include <array>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceLength = 512;

struct FixedText {
    QStringView text;
    MessageKind kind;
    QStringView name;
};

constexpr std::array fixedTexts{
    FixedText{ u"installing", MessageKind::InstallBegin, u"" },
    FixedText{ u"idle", MessageKind::InstallIdle, u"" },
    FixedText{ u"File checksum OK.", MessageKind::DownloadDone, u"File checksum OK." },
    FixedText{ u"Installing Update Chunk Artifacts.", MessageKind::StepBegin,
        u"Installing Update Chunk Artifacts" },
    FixedText{ u"Installed Chunk.", MessageKind::StepDone, u"Installing Update Chunk Artifacts" },
    FixedText{ u"All Chunks Installed.", MessageKind::InstallDone, u"All Chunks Installed." },
    FixedText{ u"ERROR : Cannot read stored update state.", MessageKind::HarmlessError,
        u"Cannot read stored update state." },
    FixedText{ u"ERROR : Compatible SW not found", MessageKind::HarmlessError,
        u"Compatible SW not found" },
};

struct Prefix {
    QStringView text;
    MessageKind kind;
    bool keepsPrefix;
};

constexpr std::array prefixes{
    Prefix{ u"Update Server: ", MessageKind::Server, true },
    Prefix{ u"Assignment initiated by user ", MessageKind::Server, true },
    Prefix{ u"Initiated by Rollout Group ", MessageKind::Server, true },
    Prefix{ u"Auto assignment by target filter: ", MessageKind::Server, true },
    Prefix{ u"Device reported status code: ", MessageKind::StatusCode, true },
    Prefix{ u"Confirmation status code: ", MessageKind::StatusCode, true },
    Prefix{ u"Download complete.", MessageKind::DownloadDone, true },
    Prefix{ u"LastError: ", MessageKind::LastError, false },
    Prefix{ u"Installation error: ", MessageKind::InstallError, false },
    Prefix{ u"ERROR : ", MessageKind::ErrorLine, false },
};

// What RAUC calls its steps. Needed only for clients that send no numbers, where nothing else tells
// the begin of a step from a remark.
constexpr std::array<QStringView, 9> raucSteps{ u"Installing", u"Determining slot states",
    u"Checking bundle", u"Verifying signature", u"Checking manifest contents",
    u"Loading manifest file", u"Determining target install group", u"Updating slots",
    u"Checking slot " };

bool isRaucStep(QStringView text)
{
    return text.startsWith(u"Copying image to ")
        || std::ranges::any_of(raucSteps, [text](QStringView step) {
               return step.endsWith(u' ') ? text.startsWith(step) : text == step;
           });
}

std::optional<double> inRange(double number)
{
    return number >= 0 && number <= 100 ? std::optional(number) : std::nullopt;
}

// Takes "40%", "62.5 %" from the front of text; false when there is none.
bool takePercent(QStringView &text, double &number)
{
    qsizetype digits = 0;
    while (digits < text.size() && (text[digits].isDigit() || text[digits] == u'.'))
        ++digits;
    qsizetype sign = digits;
    while (sign < text.size() && text[sign] == u' ')
        ++sign;
    if (digits == 0 || sign >= text.size() || text[sign] != u'%')
        return false;
    bool ok = false;
    number = text.left(digits).toDouble(&ok);
    if (!ok)
        return false;
    text = text.mid(sign + 1).trimmed();
    return true;
}

// "X done.", "X failed.", with a number also "X failed: reason".
bool readStepEnd(QStringView text, bool hasNumber, Message &message)
{
    if (text.endsWith(u" done.")) {
        message.kind = MessageKind::StepDone;
        message.text = text.chopped(6).toString();
        return true;
    }
    if (text.endsWith(u" failed.")) {
        message.kind = MessageKind::StepFailed;
        message.text = text.chopped(8).toString();
        return true;
    }
    const qsizetype reason = hasNumber ? text.indexOf(u" failed: ") : -1;
    if (reason <= 0)
        return false;
    message.kind = MessageKind::StepFailed;
    message.text = text.left(reason).toString();
    message.failure = text.mid(reason + 9).toString();
    return true;
}

// "36% Migrating" or "step 9/25: ..." inside of a log line.
std::optional<double> percentInLog(QStringView text)
{
    double number = 0;
    if (takePercent(text, number))
        return inRange(number);
    if (!text.startsWith(u"step "))
        return std::nullopt;
    const QStringView fraction = text.mid(5).left(text.mid(5).indexOf(u':'));
    const qsizetype slash = fraction.indexOf(u'/');
    bool hasPart = false, hasWhole = false;
    const int part = fraction.left(slash).toInt(&hasPart);
    const int whole = fraction.mid(slash + 1).toInt(&hasWhole);
    return slash > 0 && hasPart && hasWhole && whole > 0 ? inRange(100.0 * part / whole)
                                                         : std::nullopt;
}

bool readLogLine(QStringView text, Message &message)
{
    const qsizetype end = text.indexOf(u"] : ");
    if (!text.startsWith(u'[') || end < 2)
        return false;
    const QStringView function = text.mid(1, end - 1);
    if (!std::ranges::all_of(function, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; }))
        return false;
    message.kind = MessageKind::Log;
    message.percent = percentInLog(text.mid(end + 4).trimmed());
    return true;
}

bool readFixed(QStringView text, Message &message)
{
    const auto fixed = std::ranges::find(fixedTexts, text, &FixedText::text);
    if (fixed != fixedTexts.end()) {
        message.kind = fixed->kind;
        message.text = fixed->name.toString();
        return true;
    }
    const auto prefix = std::ranges::find_if(
        prefixes, [text](const Prefix &known) { return text.startsWith(known.text); });
    if (prefix == prefixes.end())
        return false;
    message.kind = prefix->kind;
    if (!prefix->keepsPrefix)
        message.text = text.mid(prefix->text.size()).trimmed().toString();
    return true;
}

} // namespace

Message parseMessage(const QString &source)
{
    const QString readable = readableMessage(source).trimmed();
    Message message{ .text = readable, .words = readable };
    QStringView rest = readable;
    if (rest.isEmpty()) {
        message.kind = MessageKind::Empty;
        return message;
    }
    if (readFixed(rest, message) || readLogLine(rest, message))
        return message;
    double number = 0;
    const bool hasNumber = takePercent(rest, number);
    if (hasNumber)
        message.percent = inRange(number);
    if (hasNumber && rest.isEmpty()) {
        message.kind = MessageKind::Percent;
    } else if (!readStepEnd(rest, hasNumber, message) && (hasNumber || isRaucStep(rest))) {
        message.kind = MessageKind::StepBegin;
        message.text = rest.toString();
    }
    return message;
}

QStringList joinPieces(const QStringList &messages)
{
    QStringList joined;
    bool continues = false;
    for (const QString &message : messages) {
        const MessageKind kind = continues ? parseMessage(message).kind : MessageKind::Plain;
        if (continues && kind != MessageKind::StatusCode && kind != MessageKind::Server)
            joined.last() += message;
        else
            joined << message;
        continues = message.size() == pieceLength;
    }
    return joined;
}

QString readableMessage(const QString &message)
{
    const auto isControl = [](QChar c) { return c < u' ' && c != u'\n' && c != u'\t'; };
    if (std::ranges::none_of(message, isControl))
        return message;
    QString readable;
    readable.reserve(message.size());
    for (qsizetype i = 0; i < message.size(); ++i) {
        if (message[i] == u'\x1b' && i + 1 < message.size() && message[i + 1] == u'[') {
            i += 2; // an ANSI sequence ends with a letter
            while (i < message.size() && !message[i].isLetter())
                ++i;
        } else if (!isControl(message[i])) {
            readable += message[i];
        }
    }
    return readable;
}

} // namespace falconer
