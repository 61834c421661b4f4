// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/differencesheet.h"

#include "services/hawkbit/rsql.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/differenceview.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"
#include "ui/shared/formfield.h"

#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 960;
constexpr int typingPause = 200; // ms
constexpr int mostOffers = 12;
constexpr int lowest = 120;      // of the view
constexpr int besideView = 250;  // head, foot, summary and margins
constexpr int targetHeight = 56; // of the field that asks for a target

} // namespace

DifferenceSheet::DifferenceSheet(Client &client, const SheetContext &context, QWidget *window)
    : FormSheet(context, window)
    , m_client(client)
    , m_gatherer(client)
    , m_target(new QLineEdit(this))
    , m_offers(new QStringListModel(this))
    , m_summary(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
    , m_view(new DifferenceView(this))
{
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_target, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_target, &QLineEdit::textEdited, this, [this] {
        m_gatherer.stop();
        endSending();
        hideResult();
    });
    connect(&m_typing, &QTimer::timeout, this, &DifferenceSheet::offerTargets);
    connect(m_copy, &QPushButton::clicked, this, &DifferenceSheet::copy);
    connect(m_view, &DifferenceView::contentHeightChanged, this, &DifferenceSheet::fitView);
    connect(&m_gatherer, &DifferenceGatherer::finished, this, &DifferenceSheet::showResult);
}

void DifferenceSheet::build()
{
    setPanelWidth(panelWidth);
    m_target->setObjectName(u"target"_s);
    m_targetField = addField(tr("Target"), m_target);
    m_targetField->setHint(tr("The controller id of a device; its installed set stands left."));
    m_targetField->hide();
    auto *const completer = new QCompleter(m_offers, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_target->setCompleter(completer);
    m_summary->setObjectName(u"summary"_s);
    m_summary->setWordWrap(true);
    m_summary->hide();
    m_copy->setObjectName(u"copy"_s);
    m_copy->hide();
    auto *const line = new QWidget(this);
    auto *const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->addWidget(m_summary, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    addPart(line);
    m_view->hide();
    addPart(m_view);
}

void DifferenceSheet::compare(const DistributionSet &left, const DistributionSet &right)
{
    m_rightSet = right;
    setTitle(tr("%1 and %2").arg(titleOf(left), titleOf(right)));
    setButtons({}, tr("Close"));
    deedButton().hide();
    m_summary->setText(tr("Reading both..."));
    m_summary->show();
    m_gatherer.compareSets(left.id, right.id);
}

void DifferenceSheet::askForTarget(const DistributionSet &right)
{
    m_rightSet = right;
    setTitle(tr("Compare %1 with what a target has installed").arg(titleOf(right)));
    setButtons(tr("Compare"), tr("Close"));
    m_targetField->show();
    setFirstField(m_target);
}

void DifferenceSheet::compareWithInstalled(
    const QString &controllerId, const DistributionSet &right)
{
    askForTarget(right);
    m_target->setText(controllerId);
    submit();
}

void DifferenceSheet::submit()
{
    m_typing.stop(); // no offer comes over what is answered
    m_lookup = {};
    m_controllerId = m_target->text().trimmed();
    if (m_controllerId.isEmpty()) {
        return refuse(m_targetField, tr("Which target?"));
    }
    beginSending(tr("Reading..."));
    hideResult();
    m_gatherer.compareWithInstalled(m_controllerId, m_rightSet.id);
}

// What was said of one target is not said of another.
void DifferenceSheet::hideResult()
{
    m_summary->hide();
    m_copy->hide();
    m_view->hide();
}

QString DifferenceSheet::leftTitle() const
{
    const QString title = titleOf(m_gatherer.left()->set);
    return m_controllerId.isEmpty() ? title : tr("%1, on %2").arg(title, m_controllerId);
}

void DifferenceSheet::showResult()
{
    endSending();
    m_summary->hide();
    if (const std::optional<Error> &error = m_gatherer.error()) {
        const bool isRightThere = m_gatherer.right().has_value();
        if (error->kind != ErrorKind::NotFound || m_controllerId.isEmpty() || !isRightThere)
            return refuse(*error);
        return refuse(m_targetField, tr("There is no target %1.").arg(m_controllerId));
    }
    m_summary->show();
    const std::optional<SetDifference> difference = m_gatherer.difference();
    if (!difference) {
        return m_summary->setText(
            tr("%1 has no set installed, as far as the server knows.").arg(m_controllerId));
    }
    showDifference(*difference);
}

void DifferenceSheet::showDifference(const SetDifference &difference)
{
    const bool isSame = m_gatherer.left()->set.id == m_gatherer.right()->set.id;
    m_summary->setText(!isSame         ? differenceSummary(difference)
            : m_controllerId.isEmpty() ? tr("It is the same set.")
                                       : tr("%1 has this very set installed.").arg(m_controllerId));
    m_sections = differenceSections(difference);
    m_view->setTitles(leftTitle(), titleOf(m_gatherer.right()->set));
    m_view->setSections(m_sections);
    m_copy->show();
    m_view->show();
    fitView();
}

// As high as its text where the window has room, else it scrolls.
void DifferenceSheet::fitView()
{
    const int beside = m_targetField->isHidden() ? besideView : besideView + targetHeight;
    m_view->setFixedHeight(
        std::clamp(m_view->contentHeight(), lowest, std::max(lowest, height() - beside)));
}

void DifferenceSheet::resizeEvent(QResizeEvent *event)
{
    FormSheet::resizeEvent(event);
    fitView();
}

void DifferenceSheet::copy()
{
    QGuiApplication::clipboard()->setText(differencePlainText(
        leftTitle(), titleOf(m_gatherer.right()->set), m_summary->text(), m_sections));
}

void DifferenceSheet::offerTargets()
{
    const QString typed = m_target->text().trimmed();
    if (typed.size() < 2)
        return;
    const ListQuery query{ .limit = mostOffers,
        .filter = plainWordsToRsql(typed, { u"controllerid"_s, u"name"_s }) };
    m_lookup = m_client.send(listTargets(query), [this](const Result<Page<Target>> &answer) {
        if (!answer)
            return; // only an offer
        QStringList ids;
        for (const Target &target : answer->content)
            ids << target.controllerId;
        m_offers->setStringList(ids);
        m_target->completer()->complete();
    });
}

} // namespace falconer
